//! Quotes to people at home: a mover's, a gardener's.

use super::super::facts::{day, figures};
use super::super::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, Who, f};
use super::super::page::Page;
use super::trade_kit::{Goods, Trade, bare, basket, euros, later, qty, tax, total, tva};
use crate::pages::desk::Desk;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] = &[Page::a4("devis", mover), Page::a4("devis", gardener)];

fn mover(d: &mut Desk<'_, '_>) {
    let (h, who, when) = (House::new(&mut d.rng), Who::new(&mut d.rng, 1945, 2001), day(&mut d.rng, 2014, 2026));
    let there = House::new(&mut d.rng);
    let mut p = Pen::new(d, 9.2, 36.0, 38.0);
    let (x, w) = (p.x, p.w);
    let firm = p.pick(&[
        "DÉMÉNAGEMENTS TOURNIER", "Les Gentlemen du Transport", "Transdem Atlantique",
        "BERNIER Déménagement - Garde-meubles",
    ]);
    p.say(Ty::Title, Centre, firm);
    p.say(Ty::Small, Centre, format!("{} - {} - Tél. {}", h.street, h.place(), h.phone));
    p.say(
        Ty::Small,
        Centre,
        format!("Licence de transport intérieur n° {}/{} - SIRET {}", when.0 - 2, p.digits(7), f("siret", &h.siret)),
    );
    p.gap(0.6);
    let y = p.y;
    p.d.c.fill(x, y - 10.0, x + w, y + 10.0, 220);
    let number = format!("{}{}", p.capital(), p.digits(5));
    p.put(
        x + w / 2.0,
        y + 4.0,
        w - 20.0,
        Ty::Head,
        Centre,
        format!("DEVIS DE DÉMÉNAGEMENT N° {}", f("quote_number", number)),
    );
    p.y = y + 28.0;
    p.ends(
        Ty::Body,
        format!(
            "{} {}",
            p.pick(&["Date :", "Établi le :", "Visite effectuée, devis du"]),
            f("quote_date", figures(when, "/"))
        ),
        format!("Validité : {}", f("due_date", figures(later(when, 60), "/"))),
    );
    p.gap(0.4);
    p.rows(
        70.0,
        &[
            ("Client", who.titled(false)),
            ("Téléphone", super::super::kit::people::mobile(&p)),
            ("Volume", format!("{} m³", p.any(12, 68))),
            ("Distance", format!("{} km", p.any(8, 940))),
            ("Période", format!("du {} au {}", figures(later(when, 35), "/"), figures(later(when, 39), "/"))),
        ],
        true,
    );
    p.gap(0.5);
    let y = p.y;
    let half = w / 2.0 - 6.0;
    let floor = |p: &Pen<'_, '_, '_>| format!("Étage : {} - Ascenseur : {}", p.any(0, 6), p.pick(&["oui", "non"]));
    for (at, title, lines) in [
        (
            x,
            "CHARGEMENT",
            [
                who.home[0].clone(),
                who.home[1].clone(),
                floor(&p),
                "Stationnement : à réserver par l'entreprise".to_owned(),
            ],
        ),
        (
            x + w - half,
            "LIVRAISON",
            [there.street.clone(), there.place(), floor(&p), format!("Portage : moins de {} m", p.any(1, 4) * 10)],
        ),
    ] {
        p.frame(at, y, half, 76.0);
        p.put(at + 6.0, y + 13.0, half - 12.0, Ty::Bold, Left, title);
        p.block(at + 6.0, y + 28.0, half - 12.0, Ty::Body, &lines);
    }
    p.y = y + 96.0;
    p.say(Ty::Bold, Left, format!("Formule choisie : {}", p.pick(&["ÉCONOMIQUE", "STANDARD", "LUXE", "CONFORT"])));
    p.gap(0.3);
    let mut rows = Vec::new();
    let mut ht = 0;
    for (label, low, high) in [
        ("Main d'oeuvre et véhicule", 60_000, 240_000),
        ("Emballage du fragile", 9_000, 32_000),
        ("Démontage et remontage du mobilier", 6_000, 24_000),
        ("Monte-meubles", 18_000, 39_000),
        ("Autorisation de stationnement", 4_000, 9_500),
        ("Assurance dommage", 4_500, 18_000),
    ] {
        if rows.len() > 1 && p.chance(0.3) {
            continue;
        }
        let cents = p.any(low, high);
        ht += cents;
        rows.push(vec![
            label.to_owned(),
            p.pick(&["Entreprise", "Entreprise", "Nos soins"]).to_owned(),
            bare(&p, cents),
        ]);
    }
    let vat = tax(ht, 200);
    rows.push(vec!["PRIX HORS TAXES".into(), String::new(), f("total_ht", bare(&p, ht))]);
    rows.push(vec!["T.V.A. 20 %".into(), String::new(), f("total_tva", bare(&p, vat))]);
    rows.push(vec!["PRIX TOTAL TTC EN EUROS".into(), String::new(), f("total_ttc", bare(&p, ht + vat))]);
    p.table(Ty::Body, (&[4.6, 1.8, 1.6], "lcr"), &["Prestations", "Réalisé par", "Montant HT"], &rows, Rules::Grid);
    p.para(Ty::Small, format!("Arrhes à la commande : {}. Solde à la fin du déménagement. Valeur globale du mobilier déclarée : {} €. Valeur individuelle maximum par objet non listé : {} €.", euros(&p, (ht + vat) * 3 / 10), codes_thousands(p.any(8, 60) * 1000), p.any(3, 8) * 100));
    p.para(Ty::Small, "Le client reconnaît avoir pris connaissance des conditions générales de vente figurant au verso et des conditions particulières. La déclaration de valeur est à joindre au présent devis accepté.");
    p.gap(0.8);
    p.ends(Ty::Body, "L'entreprise", "Le client (bon pour accord)");
    let y = p.y + 12.0;
    crate::pages::marks::signature(p.d.c, x + 6.0, y, 90.0, &mut p.d.rng);
    p.foot(
        Centre,
        &[format!(
            "{firm} - SARL au capital de 15 000 € - RCS {} - TVA intra. {}",
            h.town,
            f("tva_number", tva(&p, &h))
        )],
    );
}

fn codes_thousands(n: i64) -> String {
    codes::thousands(n.unsigned_abs(), " ")
}

const GARDEN: Goods = &[
    ("Débroussaillage de la parcelle", "forfait", 18_000, 52_000),
    ("Préparation du sol, apport de terre végétale", "m³", 4_200, 7_900),
    ("Engazonnement par semis", "m²", 240, 520),
    ("Fourniture et plantation haie de charmes 80/100", "ml", 1_900, 3_600),
    ("Terrasse bois autoclave classe 4", "m²", 7_900, 13_900),
    ("Bordures acier Corten", "ml", 2_400, 4_800),
    ("Arrosage automatique goutte-à-goutte", "ens", 38_000, 115_000),
];

fn gardener(d: &mut Desk<'_, '_>) {
    let (h, who, when) = (House::new(&mut d.rng), Who::new(&mut d.rng, 1942, 1998), day(&mut d.rng, 2014, 2026));
    let me = Who::new(&mut d.rng, 1962, 1999);
    let mut p = Pen::new(d, 10.6, 58.0, 58.0);
    let (x, w) = (p.x, p.w);
    let y = p.y;
    p.block(
        x,
        y,
        w * 0.5,
        Ty::Body,
        &[
            me.name(),
            p.pick(&["Paysagiste", "Jardinier - paysagiste", "Création de jardins"]).into(),
            h.street.clone(),
            h.place(),
            h.phone.clone(),
            format!("SIRET : {}", f("siret", &h.siret)),
        ],
    );
    let lead = p.lead;
    p.block(
        x + w * 0.56,
        y + lead * 5.0,
        w * 0.44,
        Ty::Body,
        &[who.titled(true), who.home[0].clone(), who.home[1].clone()],
    );
    p.y = y + lead * 9.5;
    p.say(Ty::Body, Right, format!("Le {}", f("quote_date", p.date(when))));
    p.gap(0.6);
    let number = format!("{:02}-{:02}", when.0 % 100, p.any(1, 96));
    p.say(Ty::Title, Left, format!("{} {}", p.pick(&["DEVIS n°", "Devis estimatif n°"]), f("quote_number", number)));
    p.gap(0.5);
    p.para(Ty::Body, p.pick(&["Suite à notre rendez-vous, veuillez trouver ci-dessous notre proposition pour l'aménagement de votre jardin :", "Aménagement extérieur à l'adresse ci-dessus, selon votre demande :"]));
    p.gap(0.3);
    let n = p.any(3, 5);
    let items = basket(&p, GARDEN, n);
    for i in &items {
        p.say(Ty::Body, Left, format!("- {}", i.label));
        let detail = if i.qty == 100 {
            "forfait".to_owned()
        } else {
            format!("{} {} x {}", qty(i.qty, false), i.unit, euros(&p, i.price))
        };
        p.line(Ty::Body, (&[0.4, 3.4, 1.5], "llr"), &[String::new(), detail, euros(&p, i.amount())]);
        p.gap(0.3);
    }
    let ht = total(&items);
    p.rule();
    p.gap(0.3);
    if p.chance(0.5) {
        p.line(
            Ty::Bold,
            (&[3.8, 1.5], "lr"),
            &[p.pick(&["TOTAL", "Total net"]).to_owned(), f("total_ttc", euros(&p, ht))],
        );
        p.say(Ty::Small, Left, "TVA non applicable, art. 293 B du CGI");
    } else {
        let vat = tax(ht, 200);
        p.line(Ty::Body, (&[3.8, 1.5], "lr"), &["Total HT".to_owned(), f("total_ht", euros(&p, ht))]);
        p.line(Ty::Body, (&[3.8, 1.5], "lr"), &["TVA 20 %".to_owned(), f("total_tva", euros(&p, vat))]);
        p.line(Ty::Bold, (&[3.8, 1.5], "lr"), &["Total TTC".to_owned(), f("total_ttc", euros(&p, ht + vat))]);
    }
    p.gap(1.2);
    if p.chance(0.6) {
        p.para(
            Ty::Body,
            format!(
                "Ce devis est valable jusqu'au {}. Un acompte de 30 % sera demandé à la signature.",
                f("due_date", p.date(later(when, 60)))
            ),
        );
    } else {
        p.para(Ty::Body, "Devis valable deux mois. Un acompte de 30 % sera demandé à la signature.");
    }
    p.para(
        Ty::Body,
        "Si ce devis vous convient, merci de nous le retourner daté et signé avec la mention « bon pour accord ».",
    );
    p.gap(0.8);
    let name = capitals(&me.last, true);
    p.ends(Ty::Body, format!("{} {name}", me.agree("M.", "Mme")), "Le client,");
    if p.chance(0.5) {
        let y = p.y + 10.0;
        crate::pages::marks::signature(p.d.c, x + 4.0, y, 96.0, &mut p.d.rng);
    }
}
