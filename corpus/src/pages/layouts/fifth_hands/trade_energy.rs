//! Bills of electricity and of gas.

use super::super::facts::{day, figures, written};
use super::super::kit::pen::{Left, Pen, Right, Rules, Ty, Who, f};
use super::super::page::Page;
use super::trade_kit::{Trade, bare, euros, later, tax};
use crate::pages::desk::Desk;
use crate::text::codes;

pub(super) const PAGES: &[Page] = &[Page::a4("facture_energie", electricity), Page::a4("facture_energie", gas)];

fn electricity(d: &mut Desk<'_, '_>) {
    let (who, when) = (Who::new(&mut d.rng, 1938, 2001), day(&mut d.rng, 2014, 2025));
    let mut p = Pen::new(d, 9.2, 36.0, 40.0);
    let (x, w) = (p.x, p.w);
    let right = x + 200.0;
    p.logo(x, 30.0, 42.0);
    let brand = p.pick(&["EDF", "edf", "TotalEnergies", "ENGIE", "Alterna énergie", "ekWateur"]);
    p.put(x + 44.0, 48.0, 130.0, Ty::Title, Left, brand);
    p.put(
        x,
        76.0,
        180.0,
        Ty::Bold,
        Left,
        p.pick(&["Vos références", "VOS RÉFÉRENCES CLIENT", "Pour nous contacter, vos références"]),
    );
    let client = codes::grouped(&format!("{}{}", p.any(1, 9), p.digits(9)), &[1, 3]);
    let account = codes::grouped(&format!("{}{}", p.any(1, 9), p.digits(11)), &[4]);
    let pdl = if p.chance(0.5) { p.digits(14) } else { codes::grouped(&p.digits(14), &[2, 3]) };
    let lines = [
        "N° client".to_owned(),
        f("client_number", client),
        "N° de compte commercial".into(),
        f("contract_number", account),
    ];
    let y = p.block(x, 90.0, 180.0, Ty::Small, &lines);
    p.put(x, y + 10.0, 180.0, Ty::Bold, Left, "Nous contacter");
    let y = p.block(
        x,
        y + 24.0,
        180.0,
        Ty::Small,
        &[
            "Par téléphone : 09 69 32 15 15".into(),
            "(appel non surtaxé, du lundi au samedi de 8h à 20h)".into(),
            "Par courrier : Service Clients".into(),
            format!("TSA {}", p.digits(5)),
            format!("{} CEDEX 9", p.pick(&["62978 ARRAS", "41975 BLOIS", "59783 LILLE"])),
            "Dépannage électricité (Enedis) :".into(),
            format!("09 72 67 50 {}", p.digits(2)),
        ],
    );
    p.put(x, y + 10.0, 180.0, Ty::Bold, Left, "Lieu de consommation");
    let y = p.block(x, y + 24.0, 180.0, Ty::Small, &[who.home[0].clone(), who.home[1].clone()]);
    p.put(
        x,
        y + 4.0,
        180.0,
        Ty::Small,
        Left,
        p.pick(&["Point de livraison (PDL) :", "N° de PDL :", "Référence Point De Livraison (PRM) :"]),
    );
    p.put(x, y + 16.0, 180.0, Ty::Small, Left, f("delivery_point", pdl));
    p.block(right + 110.0, 96.0, 230.0, Ty::Body, &who.letter("addressee", false));
    let (number, due) = (codes::grouped(&p.digits(11), &[2, 3]), later(when, 17));
    p.within((right, x + w - right), |p| {
        p.y = 190.0;
        p.say(
            Ty::Title,
            Left,
            format!("{} {}", p.pick(&["Facture du", "Votre facture du"]), f("invoice_date", written(when))),
        );
        p.gap(0.2);
        p.say(Ty::Body, Left, format!("n° {}", f("invoice_number", number)));
        p.gap(0.8);
    });
    let kwh = p.any(320, 2_900);
    let (sub, energy) = (p.any(1_900, 3_400), kwh * p.any(1_420, 2_060) / 100);
    let (cta, cspe) = (sub * 27 / 100, kwh * 225 / 100);
    let vat = tax(sub + cta, 55) + tax(energy + cspe, 200);
    let ht = sub + energy + cta + cspe;
    let y = p.y;
    p.d.c.fill(right, y, x + w, y + 50.0, 226);
    p.put(
        right + 8.0,
        y + 20.0,
        200.0,
        Ty::Head,
        Left,
        p.pick(&["Montant à payer TTC", "Montant total à régler", "Total TTC à payer"]),
    );
    p.put(x + w - 8.0, y + 21.0, 110.0, Ty::Title, Right, f("total_ttc", euros(&p, ht + vat)));
    let direct = p.chance(0.6);
    let date = f("due_date", figures(due, "/"));
    let note = if direct {
        format!("{} {date}", p.pick(&["Il sera prélevé le", "Prélèvement automatique à partir du"]))
    } else {
        format!("{} {date}", p.pick(&["À régler avant le", "Date limite de paiement :"]))
    };
    p.put(right + 8.0, y + 40.0, 300.0, Ty::Body, Left, note);
    p.y = y + 74.0;
    p.within((right, x + w - right), |p| {
        p.say(Ty::Bold, Left, "Récapitulatif");
        p.gap(0.2);
        let offer = p.pick(&[
            "Tarif Bleu option Base - 6 kVA", "Tarif Bleu Heures Creuses - 9 kVA", "Offre Verte Électrique - 6 kVA",
        ]);
        p.say(Ty::Small, Left, format!("Votre contrat : {offer}"));
        for (label, cents) in [
            ("Abonnement électricité (HT)", sub),
            ("Consommation (HT)", energy),
            ("Taxes et contributions (HT)", cta + cspe),
            ("TVA", vat),
        ] {
            p.line(Ty::Body, (&[3.0, 1.0], "lr"), &[label.to_owned(), euros(p, cents)]);
        }
        p.line(Ty::Bold, (&[3.0, 1.0], "lr"), &["Total TTC".to_owned(), euros(p, ht + vat)]);
        p.gap(0.8);
        let (a, b) = (p.any(4_000, 60_000), later(when, 60));
        p.say(Ty::Bold, Left, "Votre consommation");
        let estimated = p.chance(0.4);
        p.gap(0.2);
        if estimated {
            p.say(Ty::Small, Left, "Consommation estimée à partir de votre historique.");
        } else {
            let read = (when.0, when.1, (when.2 - 4).max(1));
            p.say(
                Ty::Small,
                Left,
                format!(
                    "{} {}",
                    p.pick(&["Relevé du compteur effectué le", "Index relevés le"]),
                    f("reading_date", figures(read, "/"))
                ),
            );
        }
        let rows = vec![vec![p.digits(3), a.to_string(), (a + kwh).to_string(), format!("{kwh} kWh")]];
        p.table(
            Ty::Small,
            (&[1.0, 1.3, 1.3, 1.4], "lrrr"),
            &["Compteur n°", "Ancien index", "Nouvel index", "Consommation"],
            &rows,
            Rules::Rows,
        );
        p.say(
            Ty::Small,
            Left,
            format!(
                "Prochain relevé vers le {} - Prochaine facture vers le {}",
                figures(b, "/"),
                figures(later(b, 5), "/")
            ),
        );
    });
    p.down_to(0.74);
    p.para(
        Ty::Tiny,
        "CTA : contribution tarifaire d'acheminement. Accise sur l'électricité (ex-CSPE/TICFE) perçue au profit de l'État. \
         En cas de non-paiement à la date limite, des pénalités de retard au taux de 1,5 fois le taux d'intérêt légal \
         pourront être appliquées. Médiateur national de l'énergie : www.energie-mediateur.fr",
    );
    p.foot(
        Left,
        &[format!(
            "{brand} - SA au capital de 1 551 810 543 € - Siège social : 22-30 avenue de Wagram 75008 Paris - RCS Paris"
        )],
    );
}

fn gas(d: &mut Desk<'_, '_>) {
    let (who, when) = (Who::new(&mut d.rng, 1938, 2001), day(&mut d.rng, 2014, 2025));
    let mut p = Pen::new(d, 9.6, 44.0, 46.0);
    let (x, w) = (p.x, p.w);
    let brand = p.pick(&["Gaz de Bordeaux", "ENGIE", "Antargaz", "ENI gas & power", "Vattenfall", "Dolce Vita"]);
    p.put(x, 50.0, 200.0, Ty::Title, Left, brand);
    p.put(
        x + w,
        50.0,
        250.0,
        Ty::Head,
        Right,
        p.pick(&["Votre facture de gaz naturel", "FACTURE GAZ NATUREL", "Facture de gaz"]),
    );
    p.d.rule(x, 60.0, x + w, 60.0, 1.6);
    p.block(x + w - 220.0, 104.0, 220.0, Ty::Body, &who.letter("addressee", p.chance(0.5)));
    p.y = 84.0;
    let number = format!("{}{}", p.pick(&["GN", "F", "", "4"]), p.digits(10));
    let start = (when.0, when.1, 1);
    p.within((x, 240.0), |p| {
        let date = f("invoice_date", p.date(when));
        p.rows(
            98.0,
            &[
                ("Facture n°", f("invoice_number", &number)),
                ("Date", date),
                ("Réf. client", f("client_number", p.digits(9))),
                ("Réf. contrat", f("contract_number", p.digits(10))),
                ("PCE", f("delivery_point", format!("GI{}", p.digits(6)))),
                ("Compteur", format!("{} - G4", p.digits(8))),
                ("Classe", p.pick(&["T1 / B0", "B1 - T2", "Chauffage B1"]).to_owned()),
            ],
            false,
        );
    });
    p.down_to(0.25);
    p.gap(0.8);
    p.say(Ty::Head, Left, p.pick(&["Le détail de votre facture", "Détail de la facture"]));
    p.gap(0.3);
    let m3 = p.any(35, 420);
    let (coef, index) = (p.any(1_080, 1_135), p.any(900, 9_000));
    let kwh = m3 * coef / 100;
    let read = later((when.0, when.1, when.2), 0);
    p.table(
        Ty::Small,
        (&[1.5, 1.2, 1.2, 1.2, 1.2, 1.2], "lrrrrr"),
        &["Période", "Index début", "Index fin", "Volume m³", "Coef. conv.", "kWh"],
        &[vec![
            format!("au {}", figures(read, "/")),
            index.to_string(),
            (index + m3).to_string(),
            m3.to_string(),
            format!("{},{:02}", coef / 100, coef % 100),
            kwh.to_string(),
        ]],
        Rules::Grid,
    );
    if p.chance(0.6) {
        let read = (when.0, when.1, (when.2 - 6).max(1));
        p.say(
            Ty::Small,
            Left,
            format!(
                "{} {} {}",
                p.pick(&["Relève GRDF du", "Date de relève :"]),
                f("reading_date", figures(read, "/")),
                p.pick(&["", "(index réel)"])
            ),
        );
        p.gap(0.4);
    }
    let (sub, use_, ticgn) = (p.any(1_600, 4_200), kwh * p.any(480, 1_120) / 100, kwh * 84 / 100);
    let cta = sub / 5;
    let vat = tax(sub + cta, 55) + tax(use_ + ticgn, 200);
    let ht = sub + use_ + ticgn + cta;
    let rows: Vec<Vec<String>> = [
        ("Abonnement", format!("du {} au {}", figures(start, "/"), figures(later(start, 60), "/")), sub, "5,5 %"),
        ("Consommation", format!("{kwh} kWh"), use_, "20 %"),
        ("Contribution tarifaire d'acheminement (CTA)", String::new(), cta, "5,5 %"),
        ("Taxe intérieure sur la consommation (TICGN)", format!("{kwh} kWh"), ticgn, "20 %"),
    ]
    .into_iter()
    .map(|(a, b, c, r)| vec![a.to_owned(), b, r.to_owned(), bare(&p, c)])
    .collect();
    p.table(Ty::Body, (&[4.2, 3.0, 1.0, 1.6], "llcr"), &["", "Base", "TVA", "Montant HT (€)"], &rows, Rules::Rows);
    p.tail(Ty::Body, 90.0, "Total hors TVA", &euros(&p, ht));
    p.tail(Ty::Body, 90.0, "Montant de la TVA", &euros(&p, vat));
    p.tail(Ty::Bold, 90.0, p.pick(&["Total de la facture TTC", "Montant TTC"]), &f("total_ttc", euros(&p, ht + vat)));
    p.gap(1.0);
    let y = p.y;
    p.frame(x, y, w, 46.0);
    let due = later(when, 14);
    p.put(
        x + 8.0,
        y + 18.0,
        w - 16.0,
        Ty::Bold,
        Left,
        p.pick(&[
            "Votre mode de paiement : prélèvement automatique",
            "Mode de règlement : TIP, chèque ou carte bancaire",
        ]),
    );
    p.put(
        x + 8.0,
        y + 35.0,
        w - 16.0,
        Ty::Body,
        Left,
        format!(
            "{} {}",
            p.pick(&["Date limite de règlement :", "Montant exigible au", "À payer au plus tard le"]),
            f("due_date", p.date(due))
        ),
    );
    p.y = y + 70.0;
    p.para(Ty::Small, "Odeur de gaz, urgence sécurité gaz : appelez GRDF au 0 800 47 33 33 (appel et service gratuits, 24h/24 et 7j/7).");
    p.para(Ty::Small, "Le chèque énergie est accepté pour le paiement de cette facture. Vous pouvez nous transmettre votre index avant la prochaine facture depuis votre espace client.");
    p.foot(
        Left,
        &[format!(
            "{brand} Service Clients - TSA {} - {} - Réclamations : même adresse.",
            p.digits(5),
            p.pick(&["33070 BORDEAUX CEDEX", "59781 LILLE CEDEX 9"])
        )],
    );
}
