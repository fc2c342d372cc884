//! Bills of water and of telephone lines.

use super::trade_energy::{digits, holder};
use super::trade_kit::{
    Cell, Coin, Dates, Firm, Grid, beside, cell, cells, day, foot, later, line_with, list, look, phone, prose, put,
    put_centre, put_right, stack, table, telling,
};
use super::trade_sale::sums;
use crate::pages::desk::Desk;
use crate::pages::layouts::page::Page;

pub(super) const PAGES: &[Page] =
    &[Page::a4("facture_energie", water), Page::a4("facture_energie", municipal), Page::a4("facture_energie", mobile)];

const WATER: &[&str] = &[
    "Veolia Eau", "SAUR", "SUEZ Eau France", "Eau du Ponant", "Compagnie des Eaux du Vexin",
    "Cie de l'Eau et de l'Ozone",
];
const LINES: &[&str] =
    &["Orange", "SFR", "Bouygues Telecom", "Free", "NordNet", "Ozone Fibre", "Télécom Alpin", "Prixtel"];

/// Distribution, collection and the public bodies' shares, each with its subtotal.
fn water(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.4, 9.4, 36.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let firm = Firm::named(WATER, &mut d.rng);
    let (coin, dates) = (Coin::random(&mut d.rng), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2007, 2025);
    put(d, x0, 58.0, 200.0, &firm.name, &l.h);
    let title = d.rng.pick(&["FACTURE D'EAU", "Votre facture d'eau", "Facture semestrielle", "FACTURE INTERMÉDIAIRE"]);
    put_right(d, x1, 58.0, 220.0, title, &l.h);
    let named = d.rng.choose(&[
        ["Référence client", "N° de contrat", "Facture n°", "Date de facture"],
        ["N° client :", "Contrat n° :", "N° de facture :", "Établie le :"],
        ["Votre référence", "Contrat d'abonnement", "Numéro de facture", "Facture du"],
    ]);
    let rows = [
        ("client_number", named[0], digits(&mut d.rng, 8)),
        ("contract_number", named[1], digits(&mut d.rng, 9)),
        ("invoice_number", named[2], format!("{}{}", d.rng.pick(&["", "F", "0"]), d.rng.digits(9))),
        ("invoice_date", named[3], dates.spell(when)),
    ];
    list(d, (x0, x0 + 106.0, 240.0), 92.0, &rows, (&l.s, &l.b), l.lead * 1.1);
    let lines = holder(&mut d.rng);
    stack(d, "addressee", (w * 0.54, 120.0, x1 - w * 0.54), &lines, &l.n, l.lead);
    let mut y = 200.0;
    let site = format!("Adresse desservie : {}", lines[1..].join(" "));
    put(d, x0, y, x1 - x0, &site, &l.n);
    y += l.lead * 1.4;
    let (old, used) = (d.rng.between(100, 3_000), d.rng.between(20, 160));
    let row = vec![
        cell(format!("{}{}", d.rng.pick(&["D", "C", "I"]), d.rng.digits(9))),
        cell(dates.spell(later(when, -192))),
        cell(old.to_string()),
        Cell("reading_date", dates.spell(later(when, -10))),
        cell((old + used).to_string()),
        cell(format!("{used} m³")),
    ];
    let columns = [
        ("N° compteur", 0.2, 'l'),
        ("Relevé précédent", 0.18, 'c'),
        ("Index", 0.12, 'r'),
        ("Relevé du", 0.2, 'c'),
        ("Index", 0.12, 'r'),
        ("Consommation", 0.18, 'r'),
    ];
    y = table(d, (x0, x1), y, &columns, vec![row], (&l.s, &l.n), l.lead * 1.4, Grid::FULL) + l.lead;
    let bare = coin.bare();
    let mut rows = Vec::new();
    let mut total = 0;
    for (head, parts) in [
        ("DISTRIBUTION DE L'EAU", ["Abonnement (part du délégataire)", "Consommation"]),
        ("COLLECTE ET TRAITEMENT DES EAUX USÉES", ["Part communale", "Part syndicale"]),
        ("ORGANISMES PUBLICS", ["Lutte contre la pollution (Agence de l'eau)", "Modernisation des réseaux"]),
    ] {
        let mut part = Vec::new();
        let mut sum = 0;
        for (i, what) in parts.iter().enumerate() {
            let (price, n) = if i == 0 && sum == 0 && total == 0 { (2_400, 1) } else { (d.rng.between(18, 210), used) };
            sum += price * n;
            part.push(cells(&[
                what,
                &n.to_string(),
                &format!("{},{:04}", price / 100, price % 100 * 100),
                &bare.spell(price * n),
            ]));
        }
        rows.push(cells(&[head, "", "", &bare.spell(sum)]));
        rows.extend(part);
        total += sum;
    }
    let columns = [("", 0.52, 'l'), ("m³", 0.12, 'r'), ("Prix unitaire HT", 0.18, 'r'), ("Montant HT", 0.18, 'r')];
    y = table(d, (x0, x1), y, &columns, rows, (&l.s, &l.n), l.lead * 1.3, Grid::OPEN) + l.lead * 1.8;
    let tva = total * 55 / 1000;
    let named = d.rng.pick(&["Total TTC à payer", "NET À PAYER", "Montant total TTC", "Total TTC"]);
    let rows = [
        ("", "Total HT".to_owned(), coin.spell(total)),
        ("", "TVA à 5,5 %".to_owned(), coin.spell(tva)),
        ("total_ttc", named.to_owned(), coin.euros().spell(total + tva)),
    ];
    let end = sums(d, &l, (w * 0.55, x1), y, &rows, true);
    let label = d.rng.pick(&["Date limite de paiement :", "À payer avant le", "À régler au plus tard le"]);
    beside(
        d,
        "due_date",
        w * 0.55,
        0.0,
        end + l.lead * 0.3,
        x1 - w * 0.55,
        (label, &dates.spell(later(when, 20))),
        (&l.b, &l.b),
    );
    let text = format!(
        "Prix du litre d'eau TTC hors abonnement : 0,00{} €. Accueil : {} (appel non surtaxé). Urgence fuite 24h/24 : {}. \
            Passé la date \
         limite, les sommes dues portent intérêt au taux légal.",
        d.rng.between(290, 520),
        firm.phone,
        phone(&mut d.rng)
    );
    prose(d, x0, y, w * 0.42, &text, &l.s);
    let law = firm.law(&mut d.rng);
    foot(d, &[law], &l.t);
}

/// The waterworks of a town: typed by the town hall's programme, paid at the public treasury.
fn municipal(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.2, 10.4, 44.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (coin, dates) = (Coin::random(&mut d.rng), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2000, 2024);
    let firm = Firm::named(
        &[
            "Commune de Saint-Affrique", "SIAEP de la Haute Dordogne", "Régie des Eaux de Valgelon",
            "Syndicat des eaux du Soiron",
        ],
        &mut d.rng,
    );
    let mut lines = vec![firm.name.clone(), "Service de l'eau et de l'assainissement".to_owned()];
    lines.extend(firm.place.lines(&mut d.rng));
    lines.push(format!("Tél. : {}", firm.phone));
    lines.push("Ouvert du lundi au vendredi de 9h à 12h".to_owned());
    stack(d, "", (x0, 62.0, 240.0), &lines, &l.n, l.lead);
    let who = holder(&mut d.rng);
    stack(d, "addressee", (w * 0.55, 136.0, x1 - w * 0.55), &who, &l.n, l.lead);
    let mut y = 236.0;
    let half = d.rng.pick(&["1er semestre", "2ème semestre", "Année"]);
    let title = format!("FACTURE EAU ET ASSAINISSEMENT - {half} {}", when.0);
    put_centre(d, w / 2.0, y, x1 - x0, &title, &l.b.sized(l.n.size * 1.2));
    y += l.lead * 2.0;
    let row = vec![
        Cell("invoice_number", format!("{}-{:02}-{:04}", when.0, d.rng.between(1, 9), d.rng.between(1, 4000))),
        Cell("client_number", d.rng.digits(5)),
        Cell("invoice_date", dates.spell(when)),
        Cell("due_date", dates.spell(later(when, 35))),
    ];
    let titles =
        [("Facture n°", 0.28, 'c'), ("N° abonné", 0.2, 'c'), ("Date", 0.24, 'c'), ("À payer avant le", 0.28, 'c')];
    y = table(d, (x0, x1), y, &titles, vec![row], (&l.b, &l.n), l.lead * 1.5, Grid::FULL) + l.lead * 1.5;
    let used = d.rng.between(15, 210);
    let from = d.rng.between(50, 2_000);
    let read = dates.spell(later(when, -24));
    let text =
        format!("Index relevé le {read} : {} m³ - ancien index : {from} m³ - consommation : {used} m³", from + used);
    line_with(d, (x0, y), &text, &l.s, &[("reading_date", &read)]);
    y += l.lead;
    let bare = coin.bare();
    let mut total = 0;
    let mut rows = Vec::new();
    for (what, n, price) in [
        ("Abonnement compteur diamètre 15", 1, 3_250),
        ("Consommation eau potable", used, d.rng.between(80, 190)),
        ("Redevance assainissement", used, d.rng.between(70, 220)),
        ("Redevance pollution domestique", used, 31),
        ("Redevance prélèvement", used, 8),
    ] {
        total += n * price;
        rows.push(cells(&[what, &n.to_string(), &bare.spell(price), &bare.spell(n * price)]));
    }
    let columns = [("Libellé", 0.5, 'l'), ("Quantité", 0.14, 'r'), ("Prix unit.", 0.16, 'r'), ("Montant", 0.2, 'r')];
    let grid = Grid::random(&mut d.rng);
    y = table(d, (x0, x1), y, &columns, rows, (&l.b, &l.n), l.lead * 1.4, grid) + l.lead * 2.0;
    let label = d.rng.pick(&["TOTAL À PAYER TTC", "Net à payer", "Montant total dû"]);
    let rows = [("total_ttc", label.to_owned(), coin.euros().spell(total))];
    y = sums(d, &l, (w * 0.5, x1), y, &rows, true) + l.lead;
    let text = format!(
        "Paiement à l'ordre du Trésor public : par chèque accompagné du talon, en numéraire jusqu'à 300 € ou par carte au \
            Centre des \
         finances publiques de {}, ou en ligne sur www.payfip.gouv.fr (identifiant collectivité {}, référence {}).",
        firm.place.town,
        d.rng.digits(6),
        d.rng.digits(9)
    );
    y = prose(d, x0, y, x1 - x0, &text, &l.s) + l.lead * 0.6;
    let text = "Titre exécutoire en application de l'article L. 252 A du livre des procédures fiscales, pris, émis et \
        rendu exécutoire \
        conformément aux dispositions des articles R. 2342-4 et D. 3342-11 du CGCT. Voies de recours : dans le délai de \
        deux mois \
        suivant la notification, vous pouvez contester la somme devant le tribunal judiciaire.";
    prose(d, x0, y, x1 - x0, text, &l.t);
    let y = d.c.height - 96.0;
    d.c.dotted(20.0, w - 20.0, y);
    put(d, x0, y + l.lead * 1.5, 300.0, "TALON À JOINDRE AU RÈGLEMENT", &l.b);
    put(d, x0, y + l.lead * 2.8, 240.0, &who[0], &l.n);
    put_right(d, x1, y + l.lead * 2.8, 160.0, &coin.euros().spell(total), &l.b);
}

/// A telephone line or a box: what is debited when, the plan, what was used beyond it.
fn mobile(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.8, 10.0, 44.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let firm = Firm::named(LINES, &mut d.rng);
    let (coin, dates) = (Coin::random(&mut d.rng).euros(), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2005, 2025);
    put(d, x0, 64.0, 190.0, &firm.name, &l.h.sized(l.n.size * 2.0));
    let lines = holder(&mut d.rng);
    stack(d, "addressee", (w * 0.54, 122.0, x1 - w * 0.54), &lines, &l.n, l.lead);
    let heads = d.rng.choose(&[
        ["n° client", "n° de facture", "date de facture", "n° de ligne"],
        ["Numéro client :", "Facture n° :", "Date :", "Votre numéro :"],
        ["Compte client", "N° facture", "Émise le", "Ligne mobile"],
    ]);
    let rows = [
        ("client_number", heads[0], digits(&mut d.rng, 10)),
        ("invoice_number", heads[1], format!("{}{}", d.rng.pick(&["", "A", "M0"]), d.rng.digits(10))),
        ("invoice_date", heads[2], dates.spell(when)),
        ("", heads[3], phone(&mut d.rng)),
    ];
    let mut y = list(d, (x0, x0 + 84.0, 225.0), 96.0, &rows, (&l.s, &l.n), l.lead * 1.1);
    if d.rng.chance(0.4) {
        let text = digits(&mut d.rng, 9);
        beside(d, "contract_number", x0, x0 + 84.0, y, 225.0, ("N° de contrat", &text), (&l.s, &l.n));
    }
    y = 210.0;
    let (plan, box_, more) = (d.rng.between(899, 4_499), d.rng.between(300, 1_500), d.rng.between(0, 1_900));
    let total = plan + box_ + more;
    let amount = coin.spell(total);
    put(d, x0, y, x1 - x0, "Votre facture en bref", &l.h);
    y += l.lead * 2.2;
    let debited = dates.spell(later(when, 12));
    if d.rng.chance(0.5) {
        let text = format!("Le montant de {amount} TTC sera prélevé à partir du {debited} sur votre compte bancaire.");
        y = telling(d, (x0, y, x1 - x0), &text, &l.n, &[("total_ttc", &amount)]);
    } else {
        beside(d, "total_ttc", x0, x0 + 190.0, y, x1 - x0, ("Total à payer TTC", &amount), (&l.b, &l.b));
        y += l.lead * 1.2;
        beside(d, "due_date", x0, x0 + 190.0, y, x1 - x0, ("Date limite de paiement", &debited), (&l.n, &l.n));
        y += l.lead;
    }
    y += l.lead;
    let months = format!("du {} au {}", dates.spell(later(when, 1)), dates.spell(later(when, 30)));
    let plans = d.rng.pick(&[
        "Forfait 5G 120 Go", "Offre Fibre Open", "Forfait bloqué 2h", "Livebox Zen + TV", "Série limitée 80 Go",
    ]);
    let ht = |cents: i64| coin.spell((cents * 5 + 3) / 6);
    let row = |a: &str, b: &str, cents: i64| cells(&[a, b, &ht(cents), &coin.spell(cents)]);
    let rows = vec![
        row(plans, &months, plan),
        row("Option équipement / location box", &months, box_),
        row("Communications hors forfait", "détail au verso", more),
        row("Remise fidélité", "", 0),
    ];
    let columns =
        [("Abonnements et options", 0.38, 'l'), ("Période", 0.32, 'l'), ("HT", 0.14, 'r'), ("TTC", 0.16, 'r')];
    y = table(d, (x0, x1), y, &columns, rows, (&l.b, &l.n), l.lead * 1.6, Grid::OPEN) + l.lead * 2.0;
    let rows = [
        ("", "Total HT".to_owned(), ht(total)),
        ("", "TVA (20%)".to_owned(), coin.spell(total - (total * 5 + 3) / 6)),
        ("", "Total de la facture".to_owned(), amount),
    ];
    y = sums(d, &l, (w * 0.52, x1), y, &rows, false) + l.lead;
    let text = format!(
        "Une question ? Composez le {} depuis votre ligne ou écrivez à {}, service clients, TSA {} - {}. Tout rejet de \
            paiement donne lieu à \
         des frais de 7,50 €. Pas d'escompte en cas de paiement anticipé. L'annuaire universel : faites valoir vos droits \
         auprès \
         de votre opérateur.",
        d.rng.pick(&["3900", "1023", "614", "3244"]),
        firm.name,
        d.rng.digits(5),
        firm.place.post(&mut d.rng)
    );
    prose(d, x0, y, x1 - x0, &text, &l.s);
    let law = firm.law(&mut d.rng);
    foot(d, &[law], &l.t);
}
