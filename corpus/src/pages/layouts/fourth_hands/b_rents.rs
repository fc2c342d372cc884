//! Receipts of rents.

use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, figures, in_words};
use crate::pages::layouts::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, Who, f};
use crate::pages::layouts::page::Page;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::{capitals, words};

pub(super) const PAGES: &[Page] = &[
    Page::a4("quittance", rent_private),
    Page::a4("quittance", rent_manager),
    Page { name: "quittance", sheet: half_sheet, set: rent_pad },
    Page::a4("quittance", rent_social),
];

fn half_sheet(_: &mut Rng) -> Option<(f32, f32)> {
    Some((595.3, 421.0))
}

/// Rent, charges, what was owed before, and the month.
struct Rent {
    rent: i64,
    charges: i64,
    before: i64,
    month: Day,
}

impl Rent {
    fn new(p: &Pen<'_, '_, '_>) -> Rent {
        let before = if p.chance(0.4) { p.any(-9_000, 42_000) } else { 0 };
        let month = (p.any(2004, 2026), p.any(1, 12), 1);
        Rent { rent: p.any(31_000, 129_000), charges: p.any(2_000, 16_000), before, month }
    }

    fn total(&self) -> i64 {
        self.rent + self.charges
    }

    fn month(&self) -> String {
        format!("{} {}", words::MONTHS[(self.month.1 - 1) as usize], self.month.0)
    }

    fn span(&self, p: &Pen<'_, '_, '_>) -> String {
        let end = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][(self.month.1 - 1) as usize];
        format!("du {} au {}", p.date(self.month), p.date((self.month.0, self.month.1, end)))
    }
}

const NOTICE: &str = "Cette quittance annule tous les reçus qui auraient pu être établis précédemment en cas de \
     paiement partiel du montant du présent \
     terme. Elle est à conserver pendant trois ans par le locataire (loi n° 89-462 du 6 juillet 1989, article 7-1).";

fn rent_private(d: &mut Desk<'_, '_>) {
    let (tenant, owner) = (Who::new(&mut d.rng, 1950, 2004), Who::new(&mut d.rng, 1935, 1990));
    let mut p = Pen::new(d, 11.2, 66.0, 70.0);
    let r = Rent::new(&p);
    let both = p.chance(0.3);
    let name = if both { format!("{} et {}", tenant.name(), p.who(1950, 2004).name()) } else { tenant.name() };
    p.say(Ty::Title, Centre, p.pick(&["QUITTANCE DE LOYER", "Quittance de loyer"]));
    p.say(
        Ty::Body,
        Centre,
        format!("{} {}", p.pick(&["Mois de", "Quittance de loyer du mois de", "Période :"]), r.month()),
    );
    p.gap(2.0);
    p.say(Ty::Bold, Left, p.pick(&["Adresse de la location :", "Adresse du logement loué :"]));
    let flat = format!("{}{}", p.pick(&["", "Appartement n° 4, ", "2e étage, "]), tenant.home[0]);
    p.y = p.block(p.x, p.y, 300.0, Ty::Body, &[flat.clone(), tenant.home[1].clone()]);
    p.gap(1.6);
    let paid = p.date((r.month.0, r.month.1, p.any(2, 9)));
    let words = in_words((r.total() / 100) as u64);
    p.para(
        Ty::Body,
        format!(
            "Je {} {} {}, propriétaire du logement désigné ci-dessus, déclare avoir reçu de {} {}, \
         la somme de {words} euros et {:02} \
         centimes ({}), au titre du paiement du loyer et des charges pour la période de location {} et lui en donne \
              quittance, sous réserve de \
         tous mes droits.",
            owner.agree("soussigné", "soussignée"),
            owner.agree("Monsieur", "Madame"),
            f("landlord", owner.name()),
            tenant.agree("Monsieur", "Madame"),
            f("tenant", name),
            r.total() % 100,
            p.sum(r.total()),
            r.span(&p)
        ),
    );
    p.gap(1.2);
    p.say(Ty::Bold, Left, p.pick(&["Détail du règlement :", "Détail :"]));
    let (rent, charges, total) =
        (f("rent", p.sum(r.rent)), f("charges", p.sum(r.charges)), f("total", p.sum(r.total())));
    p.rows(
        220.0,
        &[
            (p.pick(&["Loyer :", "Loyer hors charges :", "Loyer principal :"]), rent),
            (p.pick(&["Provision pour charges :", "Charges :", "Provision sur charges :"]), charges),
            (p.pick(&["Total :", "Montant total réglé :", "Total payé :"]), total),
            (p.pick(&["Date du paiement :", "Payé le :", "Date de règlement :"]), f("payment_date", &paid)),
        ],
        false,
    );
    p.gap(1.6);
    let sent = f("date", p.date((r.month.0, r.month.1, p.any(12, 28))));
    let town = owner.home[1].split_once(' ').map_or("", |t| t.1).to_owned();
    p.put(310.0, p.y, 220.0, Ty::Body, Left, format!("Fait à {town}, le {sent}"));
    p.gap(1.5);
    p.sign(310.0, &[p.pick(&["Signature du bailleur", "Le bailleur"]).to_owned()]);
    p.down_to(0.8);
    p.para(Ty::Italic, NOTICE);
}

fn rent_manager(d: &mut Desk<'_, '_>) {
    let (tenant, owner, h) =
        (Who::new(&mut d.rng, 1950, 2004), Who::new(&mut d.rng, 1935, 1985), House::new(&mut d.rng));
    let mut p = Pen::new(d, 10.0, 48.0, 52.0);
    let r = Rent::new(&p);
    let firm = p
        .pick(&["FONCIA VAL D'ORGE", "Cabinet Lamarque Immobilier", "Nexity Lamy", "Agence du Parc", "CITYA BÉRANGER"]);
    p.logo(48.0, 30.0, 38.0);
    p.put(94.0, 50.0, 230.0, Ty::Head, Left, firm);
    p.block(
        94.0,
        64.0,
        220.0,
        Ty::Small,
        &[format!("{}, {}", h.street, h.place()), format!("Tél. {} – gestion locative", h.phone)],
    );
    let mut to = tenant.letter("tenant", p.chance(0.3));
    to[0] = f("tenant", tenant.name());
    let y = 146.0;
    p.put(328.0, y, 30.0, Ty::Body, Left, tenant.agree("M.", "Mme"));
    p.block(356.0, y, 190.0, Ty::Body, &to[..1]);
    p.block(328.0, y + p.lead, 220.0, Ty::Body, &to[1..]);
    p.y = 126.0;
    p.w = 260.0;
    let number = format!("{}-{}", p.digits(4), p.digits(3));
    p.rows(
        92.0,
        &[
            ("Réf. locataire", number),
            ("Immeuble", format!("{} {}", p.digits(3), p.pick(&["LE CLOS FLEURI", "RÉSIDENCE ORION"]))),
            ("Lot", format!("{} – Appartement T{}", p.any(1, 80), p.any(1, 5))),
            ("Propriétaire", f("landlord", owner.turned())),
            ("Bail du", figures((r.month.0 - 3, 6, 1), "/")),
        ],
        false,
    );
    p.w = p.d.c.width - 96.0;
    p.y = 222.0;
    let sent = p.date((r.month.0, r.month.1, p.any(10, 20)));
    p.say(Ty::Body, Right, format!("{}, le {}", h.town, f("date", sent)));
    p.gap(0.6);
    p.say(
        Ty::Title,
        Left,
        format!("{} – {}", p.pick(&["QUITTANCE", "QUITTANCE DE LOYER"]), capitals(&r.month(), true)),
    );
    p.gap(0.4);
    let span = r.span(&p);
    let paid = p.date((r.month.0, r.month.1, p.any(2, 9)));
    let none = String::new;
    let mut rows = Vec::new();
    if r.before != 0 {
        rows.push(vec![
            p.pick(&["Solde antérieur", "Solde précédent", "Report du solde antérieur"]).to_owned(),
            none(),
            f("previous_balance", p.sum(r.before)),
            none(),
        ]);
    }
    rows.push(vec![
        p.pick(&["Loyer", "Loyer principal", "LOYER HABITATION"]).into(),
        span.clone(),
        f("rent", p.sum(r.rent)),
        none(),
    ]);
    rows.push(vec![
        p.pick(&["Charges", "Provision pour charges", "PROVISIONS CHARGES"]).into(),
        span,
        f("charges", p.sum(r.charges)),
        none(),
    ]);
    rows.push(vec![
        format!("Votre règlement du {} – {}", f("payment_date", paid), p.pick(&["virement", "prélèvement", "chèque"])),
        none(),
        none(),
        p.sum(r.total() + r.before),
    ]);
    rows.push(vec![
        p.pick(&["TOTAL", "Total quittancé", "TOTAL DE LA QUITTANCE"]).into(),
        none(),
        f("total", p.sum(r.total() + r.before)),
        none(),
    ]);
    p.table(
        Ty::Body,
        (&[4.0, 3.4, 1.7, 1.7], "llrr"),
        &["Libellé", "Période", "Débit", "Crédit"],
        &rows,
        if p.chance(0.5) { Rules::Columns } else { Rules::Grid },
    );
    p.para(
        Ty::Body,
        format!(
            "Dont quittance, sans préjudice du terme en cours et sous réserve de l'encaissement \
         effectif, pour le logement situé {}, {}.",
            tenant.home[0], tenant.home[1]
        ),
    );
    p.gap(1.0);
    p.sign(340.0, &["Pour le propriétaire, le mandataire".to_owned()]);
    p.para(Ty::Small, NOTICE);
    p.para(
        Ty::Small,
        "Le paiement de la présente quittance n'emporte pas présomption de paiement des termes \
         antérieurs. Pensez à nous adresser chaque année votre \
         attestation d'assurance et le certificat d'entretien de la chaudière.",
    );
    p.down_to(0.78);
    p.d.c.dotted(30.0, 565.0, p.y);
    p.gap(1.4);
    p.say(
        Ty::Small,
        Left,
        format!(
            "Prochaine échéance : {} le {} – à régler par prélèvement",
            p.sum(r.total()),
            figures((r.month.0 + r.month.1 / 12, r.month.1 % 12 + 1, 5), "/")
        ),
    );
    p.foot(
        Centre,
        &[format!(
            "{firm} – SAS au capital de 40 000 € – RCS {} {} – Carte professionnelle G n° {} – Garantie GALIAN",
            h.town,
            h.siren,
            p.digits(4)
        )],
    );
}

fn rent_pad(d: &mut Desk<'_, '_>) {
    let (tenant, owner) = (Who::new(&mut d.rng, 1940, 2002), Who::new(&mut d.rng, 1930, 1985));
    let mut p = Pen::new(d, 10.4, 32.0, 40.0);
    let r = Rent::new(&p);
    p.frame(20.0, 18.0, p.d.c.width - 40.0, p.d.c.height - 36.0);
    p.say(Ty::Title, Left, p.pick(&["QUITTANCE DE LOYER", "QUITTANCE"]));
    p.put(563.0, 40.0, 150.0, Ty::Body, Right, format!("N° {}", p.any(1, 240)));
    p.rule();
    p.gap(0.6);
    let (left, room) = (300.0, p.w);
    p.w = left - 50.0;
    let y = p.y;
    p.rows(
        110.0,
        &[
            (p.pick(&["Loyer", "Loyer nu"]), f("rent", p.sum(r.rent))),
            ("Charges", f("charges", p.sum(r.charges))),
            ("Droit de bail", "néant".into()),
            ("Taxe ordures mén.", "incluse".into()),
            (p.pick(&["TOTAL", "Total payé"]), f("total", p.sum(r.total()))),
        ],
        true,
    );
    p.d.rule(left - 8.0, y - 10.0, left - 8.0, 330.0, 0.6);
    p.y = y;
    p.x = left;
    p.w = room + 32.0 - left;
    let span = r.span(&p);
    p.para(
        Ty::Body,
        format!(
            "Reçu de {} {}",
            tenant.agree("M.", "Mme"),
            f("tenant", if p.chance(0.5) { tenant.turned() } else { tenant.name() })
        ),
    );
    let words = in_words((r.total() / 100) as u64);
    p.para(
        Ty::Body,
        format!(
            "la somme de {words} euros {}",
            if r.total() % 100 == 0 { String::new() } else { format!("et {} centimes", r.total() % 100) }
        ),
    );
    p.para(
        Ty::Body,
        format!("pour loyer des locaux qu'il (elle) occupe {}, {}, {span}.", tenant.home[0], tenant.home[1]),
    );
    p.para(
        Ty::Body,
        format!("Propriétaire : {}", f("landlord", owner.titled(true).split_once(' ').map_or("", |t| t.1))),
    );
    p.para(Ty::Small, format!("demeurant {} – {}", owner.home[0], owner.home[1]));
    p.gap(0.6);
    let sent = p.date((r.month.0, r.month.1, p.any(3, 25)));
    p.say(
        Ty::Body,
        Left,
        format!("{} le {}", p.pick(&["Dont quittance,", "Fait", "À son domicile,"]), f("date", sent)),
    );
    p.gap(0.8);
    p.sign(left + 60.0, &["Le bailleur".to_owned()]);
    p.x = 32.0;
    p.w = room;
    p.y = 348.0;
    p.para(Ty::Tiny, NOTICE);
    p.para(
        Ty::Tiny,
        "Le présent reçu ne préjuge en rien des loyers ou charges antérieurs restés impayés. En cas de \
         congé, il représenterait l'indemnité d'occupation.",
    );
}

fn rent_social(d: &mut Desk<'_, '_>) {
    let (tenant, h) = (Who::new(&mut d.rng, 1945, 2002), House::new(&mut d.rng));
    let mut p = Pen::new(d, 9.8, 44.0, 48.0);
    let r = Rent::new(&p);
    let office = p.pick(&[
        "HABITAT 29", "OPAC de l'Aube", "Logis Métropole", "CDC Habitat social", "Partenord Habitat",
        "SA HLM Le Foyer Rémois",
    ]);
    p.logo(44.0, 26.0, 44.0);
    p.put(98.0, 48.0, 240.0, Ty::Title, Left, f("landlord", office));
    p.put(98.0, 64.0, 240.0, Ty::Small, Left, format!("{} – {}", h.street, h.place()));
    p.put(
        551.0,
        48.0,
        200.0,
        Ty::Bold,
        Right,
        p.pick(&["QUITTANCE DE LOYER", "AVIS D'ÉCHÉANCE VALANT QUITTANCE", "Quittance"]),
    );
    let sent = p.date((r.month.0, r.month.1, p.any(18, 28)));
    p.put(
        551.0,
        62.0,
        200.0,
        Ty::Small,
        Right,
        format!("{} {}", p.pick(&["Édité le", "Date d'édition :", "Le"]), f("date", sent)),
    );
    let to = [
        tenant.agree("Monsieur", "Madame").to_owned(),
        f("tenant", tenant.turned()),
        tenant.home[0].clone(),
        tenant.home[1].clone(),
    ];
    p.block(330.0, 128.0, 220.0, Ty::Body, &to);
    p.y = 118.0;
    p.w = 270.0;
    p.rows(
        110.0,
        &[
            ("N° de contrat", format!("L/{}", p.digits(6))),
            ("Code client", p.digits(7)),
            ("Agence", h.town.into()),
            ("Gardien", p.who(1960, 1995).titled(false)),
            ("Terme", r.month()),
        ],
        false,
    );
    p.w = p.d.c.width - 88.0;
    p.y = 208.0;
    let (heat, water, aid) =
        (p.any(2_000, 7_000), p.any(900, 3_000), if p.chance(0.6) { p.any(4_000, 26_000) } else { 0 });
    let due = r.rent + r.charges + heat + water;
    let mut rows = vec![
        vec![p.pick(&["Loyer", "Loyer principal", "Loyer logement"]).into(), "1,00".into(), f("rent", p.sum(r.rent))],
        vec![
            p.pick(&["Charges générales", "Provision charges", "Acomptes sur charges"]).into(),
            "1,00".into(),
            p.sum(r.charges),
        ],
        vec!["Chauffage collectif".into(), "1,00".into(), p.sum(heat)],
        vec!["Eau froide – acompte".into(), "4,00".into(), p.sum(water)],
        vec!["Total du terme".into(), String::new(), p.sum(due)],
    ];
    if aid > 0 {
        rows.push(vec!["APL versée par la Caf".into(), String::new(), p.sum(-aid)]);
    }
    if r.before != 0 {
        rows.push(vec![
            p.pick(&["Solde antérieur", "Solde précédent", "Situation antérieure de votre compte"]).into(),
            String::new(),
            f("previous_balance", p.sum(r.before)),
        ]);
    }
    rows.push(vec![
        p.pick(&["TOTAL À PAYER", "Montant total réglé", "TOTAL"]).into(),
        String::new(),
        f("total", p.sum(due - aid + r.before)),
    ]);
    p.table(
        Ty::Body,
        (&[5.0, 1.2, 2.0], "lrr"),
        &["Rubriques", "Quantité", "Montant €"],
        &rows,
        if p.chance(0.5) { Rules::Grid } else { Rules::Rows },
    );
    let paid = p.date((r.month.0, r.month.1, p.any(3, 12)));
    p.say(
        Ty::Body,
        Left,
        format!(
            "Paiement reçu le {} par {}.",
            f("payment_date", paid),
            p.pick(&["prélèvement automatique", "carte bancaire sur internet", "TIP SEPA"])
        ),
    );
    p.gap(0.6);
    p.para(
        Ty::Body,
        "Ce document vaut quittance sous réserve de l'encaissement des sommes et du règlement des termes antérieurs.",
    );
    p.say(Ty::Head, Left, "Votre information");
    for text in [
        "Pensez à renvoyer l'enquête sur l'occupation du parc social avant la fin du mois : votre réponse est \
             obligatoire.",
        "Les compteurs d'eau seront relevés par notre prestataire ; un avis de passage sera affiché dans le hall de \
             votre immeuble.",
        "En dehors des heures d'ouverture, un numéro d'astreinte est à votre disposition pour les urgences \
             techniques : ascenseur, inondation, chauffage.",
    ] {
        p.para(Ty::Small, text);
    }
    p.down_to(0.74);
    p.d.c.dotted(20.0, 575.0, p.y);
    p.gap(1.6);
    p.rows(
        150.0,
        &[("Référence à rappeler", p.digits(16)), ("Comment payer", "prélèvement, carte, espèces à La Poste".into())],
        false,
    );
    marks::code(p.d.c, 44.0, p.y, &mut p.d.rng);
    p.foot(Left, &[format!("{office} – Office public de l'habitat – RCS {} – {NOTICE}", h.siren)]);
}
