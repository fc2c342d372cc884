//! Bills of telephone and internet of small operators.

use super::trade_kit::*;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, sum};
use crate::text::codes;

/// Telephone and internet of a small operator: what the month costs in a sentence, details under it.
pub(super) fn telephone(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 9.6);
    let home = Home::random(&mut k);
    let name = k.pick(&["Nordnet", "Ozone Connect", "Alsatis", "Vialis Fibre", "Coriolis Télécom", "K-Net"]);
    let (x0, x1) = (50.0, 545.0);
    let (issued, style) = (day(&mut k, 2015, 2025), k.choose(&[0, 4]));
    let due = later(issued, k.between(8, 15));
    fit(d, "", (x1, 52.0), 200.0, name, &p.h.sized(p.h.size * 1.4), R);
    put(
        d,
        x0,
        52.0,
        260.0,
        k.pick(&["Votre facture Internet et téléphone", "Facture Box Fibre", "Facture de vos services télécom"]),
        &p.h,
    );
    let (number, client) = (
        format!("{}{}{:02}", k.pick(&["FAC", "T", ""]), k.digits(8), issued.1),
        format!("{}{}", k.pick(&["NN", "C", "70"]), k.digits(6)),
    );
    kvs(
        d,
        (x0, x0 + 105.0, 300.0),
        76.0,
        13.5,
        &[
            (k.pick(&["Numéro de facture", "Facture N°", "Référence de la facture"]), "invoice_number", &number),
            (k.pick(&["Date de facturation", "Établie le", "Date"]), "invoice_date", &say(style, issued)),
            (k.pick(&["Identifiant client", "N° client", "Compte client"]), "client_number", &client),
            (k.pick(&["Contrat n°", "N° de contrat"]), "contract_number", &k.digits(9)),
            ("Ligne", "", &home.place.phone(&mut k)),
        ],
        (&p.n, &p.n),
    );
    block(d, "addressee", (330.0, 142.0), 215.0, &home.lines(0), &p.n.sized(p.n.size * 1.1));
    let base = k.choose(&[2_499u64, 2_999, 3_490, 3_990]);
    let (calls, option) = (k.between(0, 900) as u64, k.choose(&[0u64, 299, 500]));
    let all = base + calls + option;
    let net = all * 1000 / 1200;
    d.c.frame(x0, 206.0, x1, 252.0, 1.0);
    kv(
        d,
        (x0 + 10.0, x0 + 10.0, x1 - 8.0),
        225.0,
        (
            k.pick(&["Montant total à payer TTC :", "Total TTC :", "À payer ce mois-ci :"]),
            "total_ttc",
            &format!("{} €", sum(all)),
        ),
        (&p.b.sized(p.n.size * 1.2), &p.b.sized(p.n.size * 1.2)),
    );
    kv(
        d,
        (x0 + 10.0, x0 + 10.0, x1 - 8.0),
        242.0,
        (
            k.pick(&["Cette somme sera prélevée le", "Prélèvement automatique le", "Date de prélèvement :"]),
            "due_date",
            &say(style, due),
        ),
        (&p.n, &p.n),
    );
    let cols = columns(x0, x1, &[(4.2, L), (1.8, C), (1.0, R), (1.0, R)]);
    heads(d, (272.0, 18.0), &cols, &["Vos services", "Période", "HT €", "TTC €"], &p.b, 0);
    let period = format!("{} au {}", say(5, issued), say(5, later(issued, 29)));
    let mut y = 306.0;
    for (text, cents) in [
        ("Forfait Internet très haut débit, téléphonie fixe illimitée", base),
        ("Communications hors forfait (vers mobiles et numéros spéciaux)", calls),
        ("Option télévision / répéteur wifi", option),
    ] {
        cells(
            d,
            y,
            &cols,
            &plain_cells(vec![text.to_owned(), period.clone(), sum(cents * 1000 / 1200), sum(cents)]),
            &p.n,
        );
        d.rule(x0, y + 6.0, x1, y + 6.0, 0.3);
        y += 20.0;
    }
    let rows =
        [("Total HT", "", sum(net)), ("TVA 20 %", "", sum(all - net)), ("Somme due", "", format!("{} €", sum(all)))];
    y = totals(d, (360.0, x1), y + 8.0, &rows, &p, 0);
    put(d, x0, y + 16.0, 300.0, "Détail des communications hors forfait", &p.b);
    let cols = columns(x0, x1, &[(1.2, L), (1.0, C), (2.0, L), (1.0, R), (1.0, R)]);
    heads(d, (y + 24.0, 16.0), &cols, &["Date", "Heure", "Numéro appelé", "Durée", "Montant TTC"], &p.s, 1);
    for i in 0..5 {
        let row = vec![
            say(0, later(issued, i)),
            format!("{}:{:02}", k.between(8, 21), k.between(0, 59)),
            format!("06 {} {} ** **", k.digits(2), k.digits(2)),
            format!("{} min {:02} s", k.between(0, 19), k.between(0, 59)),
            sum(calls / 5),
        ];
        cells(d, y + 54.0 + i as f32 * 14.0, &cols, &plain_cells(row), &p.n);
    }
    let text = "Vous pouvez contester cette facture dans un délai d'un an à compter de son émission. Passé la date d'échéance, des pénalités de retard égales à \
                trois fois le taux d'intérêt légal seront appliquées ; le service pourra être restreint après mise en demeure restée sans effet. \
                Médiateur des communications électroniques : CS 30342, 94257 Gentilly Cedex. Service clients : 3970 (service et appel gratuits).";
    para(d, x0, y + 146.0, x1 - x0, text, &p.s);
    d.rule(x0, 780.0, x1, 780.0, 0.4);
    let siren = codes::siren(&mut k);
    fit(
        d,
        "",
        (297.0, 792.0),
        490.0,
        &format!(
            "{name} SA au capital de 1 250 000 € - RCS {} {} - TVA {}",
            home.place.seat,
            codes::grouped(&siren, &[3]),
            codes::vat(&siren)
        ),
        &p.s,
        C,
    );
}
