//! Tax notices: income tax with its page of details, the statement of what was declared.

use super::super::facts::{Day, figures, of};
use super::super::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, Who, f};
use super::super::page::Page;
use super::state_kit::{in_faces, issued};
use crate::faces::FaceClass;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] =
    &[Page::a4("avis_imposition", income), Page::a4("avis_imposition", details), Page::a4("avis_imposition", declared)];

/// Who taxes, who is taxed, and what both papers and letters call it.
pub(super) struct Told {
    pub(super) who: Who,
    pub(super) house: House,
    pub(super) year: i64,
    pub(super) tax_number: String,
    pub(super) notice: String,
    pub(super) fip: String,
    pub(super) roll: String,
    pub(super) drawn: Day,
}

pub(super) fn told(p: &mut Pen<'_, '_, '_>, from: i64, to: i64) -> Told {
    let who = Who::new(&mut p.d.rng, 1938, 1999);
    let house = House::new(&mut p.d.rng);
    let drawn = issued(p, from, to);
    let drawn = (drawn.0, 7, drawn.2);
    let department = &house.postcode[..2];
    let tax = format!("{}{}", p.any(0, 3), p.digits(12));
    let tax_number = codes::grouped(&tax, &[2, 2, 3, 3, 3]);
    let notice = format!("{:02} {department} {}{} {}", drawn.0 % 100, p.capital(), p.digits(6), p.digits(2));
    let fip = format!("{department}{} {} {} {} {}", p.digits(1), p.digits(2), p.digits(3), p.digits(3), p.capital());
    let roll = format!("{:03}", p.any(11, 941));
    Told { who, house, year: drawn.0, tax_number, notice, fip, roll, drawn }
}

/// Whole euros, their thousands parted.
pub(super) fn euros(n: i64) -> String {
    let sign = if n < 0 { "-" } else { "" };
    format!("{sign}{}", codes::thousands(n.unsigned_abs(), " "))
}

impl Told {
    fn couple(&self) -> bool {
        self.who.birth.2 % 3 == 0
    }

    /// The lines of the window of the envelope.
    pub(super) fn window(&self, p: &Pen<'_, '_, '_>) -> Vec<String> {
        let name = if self.couple() {
            let other = p.who(1940, 1999).first.to_uppercase();
            format!("M OU MME {} {} ET {other}", self.who.last, self.who.first.to_uppercase())
        } else {
            format!("{} {} {}", self.who.agree("M", "MME"), self.who.last, self.who.first.to_uppercase())
        };
        let mut lines = vec![f("addressee", name)];
        if p.chance(0.35) {
            lines.push(p.pick(&["APPT 12 BAT B", "RESIDENCE LES TILLEULS", "2EME ETAGE", "LE BOURG"]).to_owned());
        }
        lines.push(self.who.home[0].to_uppercase());
        lines.push(capitals(&self.who.home[1], false));
        lines
    }

    /// The office that keeps the file.
    pub(super) fn office(&self, kind: &str) -> Vec<String> {
        vec![
            capitals(&format!("{kind} {}", of(self.house.town)), true),
            self.house.street.to_uppercase(),
            self.house.place(),
        ]
    }
}

pub(super) fn masthead(p: &mut Pen<'_, '_, '_>, title: &[String]) {
    let w = p.d.c.width;
    p.logo(40.0, 34.0, 44.0);
    p.block(40.0, 82.0, 200.0, Ty::Bold, &["RÉPUBLIQUE FRANÇAISE".to_owned()]);
    p.put(40.0, 96.0, 200.0, Ty::Small, Left, "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES");
    for (i, line) in title.iter().enumerate() {
        let ty = if i == 0 { Ty::Title } else { Ty::Body };
        p.put(w - 40.0, 48.0 + i as f32 * 17.0, 300.0, ty, Right, line);
    }
}

/// The first sheet of the notice of income tax.
fn income(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let mut p = Pen::new(d, 9.2, 40.0, 40.0);
    let t = told(&mut p, 2016, 2024);
    let (y, w) = (t.year, p.d.c.width);
    masthead(
        &mut p,
        &[
            format!("AVIS D'IMPÔT {y}"),
            "IMPÔT SUR LES REVENUS ET PRÉLÈVEMENTS SOCIAUX".into(),
            format!("DE L'ANNÉE {}", y - 1),
        ],
    );
    let window = t.window(&p);
    p.block(310.0, 150.0, 246.0, Ty::Body, &window);
    p.block(40.0, 122.0, 220.0, Ty::Small, &t.office(p.pick(&["SIP", "SERVICE DES IMPÔTS DES PARTICULIERS"])));
    let rfr = p.any(9_200, 68_000);
    let collected = (y, 7, 31);
    // What the file is called, in a column of its own at the left.
    p.frame(36.0, 214.0, 238.0, 204.0);
    p.put(44.0, 230.0, 220.0, Ty::Head, Left, "Vos références");
    let mut at = 250.0;
    let mut said = vec![
        ("Numéro fiscal du déclarant 1 :", f("tax_number", &t.tax_number)),
        ("Référence de l'avis :", f("notice_reference", &t.notice)),
        ("Numéro FIP :", t.fip.clone()),
        ("Numéro de rôle :", f("roll", &t.roll)),
        ("Date d'établissement :", figures(t.drawn, "/")),
        ("Date de mise en recouvrement :", figures(collected, "/")),
        ("Revenu fiscal de référence :", f("reference_income", euros(rfr))),
        ("Nombre de parts :", p.pick(&["1,00", "1,50", "2,00", "2,50", "3,00"]).to_owned()),
    ];
    if t.couple() {
        let other = codes::grouped(&format!("{}{}", p.any(0, 3), p.digits(12)), &[2, 2, 3, 3, 3]);
        said.insert(1, ("Numéro fiscal du déclarant 2 :", other));
    }
    for (label, value) in said {
        p.put(44.0, at, 132.0, Ty::Small, Left, label);
        p.put(268.0, at, 92.0, Ty::Body, Right, value);
        at += 18.0;
    }
    p.put(44.0, 436.0, 220.0, Ty::Head, Left, "Vos contacts");
    let hours = format!("Au guichet : {}, {}", t.house.street, t.house.place());
    for (i, line) in [
        "Par messagerie sécurisée dans votre espace particulier",
        "sur impots.gouv.fr",
        "Par téléphone : au 0 809 401 401 (appel non surtaxé)",
        "du lundi au vendredi de 8h30 à 19h00",
        &hours,
    ]
    .iter()
    .enumerate()
    {
        p.put(44.0, 454.0 + i as f32 * 13.0, 224.0, Ty::Small, Left, line);
    }
    // What is owed, or paid back.
    let (x, room) = (296.0, w - 336.0);
    p.frame(x - 8.0, 262.0, room + 12.0, 92.0);
    let owed = p.any(30, 4_900);
    let case = p.any(0, 9);
    if case < 6 {
        p.put(
            x,
            280.0,
            room,
            Ty::Head,
            Left,
            p.pick(&["Montant de votre impôt restant à payer", "Somme qui vous reste à payer"]),
        );
        p.put(x + room, 304.0, room, Ty::Title, Right, f("amount_due", format!("{},00 €", euros(owed))));
        let due = f("due_date", figures((y, 9, if y < 2019 { 17 } else { 15 }), "/"));
        p.put(
            x,
            326.0,
            room,
            Ty::Body,
            Left,
            format!("{} {due}", p.pick(&["Date limite de paiement :", "À payer au plus tard le"])),
        );
        p.put(x, 342.0, room, Ty::Small, Left, "(ou le 20 du même mois en cas de paiement en ligne)");
    } else if case < 8 {
        p.put(x, 280.0, room, Ty::Head, Left, "Montant qui vous sera remboursé");
        p.put(x + room, 304.0, room, Ty::Title, Right, format!("{},00 €", euros(owed)));
        p.put(
            x,
            330.0,
            room,
            Ty::Small,
            Left,
            "Ce remboursement sera effectué par virement sur votre compte bancaire.",
        );
    } else {
        p.put(x, 284.0, room, Ty::Head, Left, "Vous n'avez rien à payer");
        p.put(
            x,
            306.0,
            room,
            Ty::Small,
            Left,
            "Conservez cet avis : il vous sera demandé pour justifier de vos revenus.",
        );
    }
    p.x = x - 4.0;
    p.w = room + 4.0;
    p.y = 384.0;
    p.para(Ty::Body, format!("{},", t.who.agree("Monsieur", "Madame")));
    p.para(
        Ty::Body,
        format!(
            "Vous trouverez dans ce document le détail du calcul de votre impôt sur les revenus \
             de l'année {}, établi d'après les éléments que vous avez déclarés.",
            y - 1
        ),
    );
    p.para(
        Ty::Body,
        if case < 6 {
            "Le paiement dématérialisé est obligatoire au-delà de 300 €. Vous pouvez payer en \
             ligne sur impots.gouv.fr ou adhérer au prélèvement à l'échéance."
        } else {
            "Vous pouvez à tout moment modifier votre taux de prélèvement à la source dans le \
             service « Gérer mon prélèvement à la source » sur impots.gouv.fr."
        },
    );
    p.para(
        Ty::Body,
        "Pour toute réclamation, vous disposez d'un délai qui expire le 31 décembre de la \
             deuxième année suivant celle de la mise en recouvrement.",
    );
    marks::code(p.d.c, 320.0, 640.0, &mut p.d.rng);
    p.x = 40.0;
    p.w = w - 80.0;
    p.foot(
        Left,
        &["Les dispositions des articles 34, 35 et 36 de la loi n° 78-17 du 6 janvier 1978 \
             relative à l'informatique, aux fichiers et aux libertés garantissent les droits des \
             personnes physiques à l'égard des traitements des données à caractère personnel."
            .into()],
    );
}

/// The sheet that shows how the income tax was reckoned.
fn details(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let mut p = Pen::new(d, 8.8, 40.0, 44.0);
    let t = told(&mut p, 2013, 2024);
    let (wage, other, couple) = (p.any(9_000, 42_000), p.any(5_000, 30_000), t.couple());
    let cut = |n: i64| n - n / 10;
    let second = if couple { other } else { 0 };
    let total = cut(wage) + cut(second);
    p.ends(
        Ty::Small,
        format!("Impôts sur les revenus de l'année {}", t.year - 1),
        format!("Feuillet n° : {}/{}", p.any(2, 3), p.any(3, 4)),
    );
    p.ends(Ty::Small, format!("N° fiscal : {}", f("tax_number", &t.tax_number)), format!("Avis d'impôt {}", t.year));
    let roll = format!("Rôle : {}", f("roll", &t.roll));
    p.ends(Ty::Small, format!("Référence de l'avis : {}", f("notice_reference", &t.notice)), roll);
    p.gap(0.6);
    p.say(Ty::Head, Left, p.pick(&["DÉTAIL DU CALCUL DE VOTRE IMPÔT", "Détail des revenus"]));
    p.gap(0.2);
    let cell = |n: i64| if n == 0 { String::new() } else { euros(n) };
    let row = |label: &str, a: i64, b: i64, c: i64| vec![label.to_owned(), cell(a), cell(b), cell(c)];
    let rows = vec![
        row("Salaires", wage, second, 0),
        row("Déduction 10% ou frais réels", -(wage - cut(wage)), -(second - cut(second)), 0),
        row("Salaires, pensions, rentes nets", cut(wage), cut(second), total),
    ];
    let columns: (&[f32], &str) = (&[5.4, 1.5, 1.5, 1.5], "lrrr");
    p.table(Ty::Body, columns, &["Revenus", "Déclarant 1", "Déclarant 2", "Total"], &rows, Rules::Columns);
    let parts = if couple { 2 } else { 1 };
    let tax = ((total / parts - 11_000).max(0) * 11 / 100) * parts;
    let held = tax * p.any(60, 130) / 100;
    let rest = tax - held;
    let mut rows = vec![
        ("Revenu brut global", euros(total)),
        ("Charges déductibles", "0".into()),
        ("Revenu imposable", euros(total)),
        ("Nombre de parts", format!("{parts},00")),
        ("Impôt sur les revenus soumis au barème", euros(tax)),
        ("Décote", euros(if tax < 1_400 { -(tax / 9) } else { 0 })),
        ("Réductions d'impôt", p.pick(&["0", "0", "-61", "-183"]).to_owned()),
        ("Impôt sur le revenu net avant corrections", euros(tax)),
    ];
    if t.year > 2019 {
        rows.push(("Prélèvement à la source déjà effectué", euros(-held)));
        rows.push(("Solde", euros(rest)));
    }
    if rest > 0 || t.year <= 2019 {
        let sum = if t.year > 2019 { rest } else { tax };
        rows.push(("Montant de l'impôt restant à payer", f("amount_due", format!("{} €", euros(sum)))));
        rows.push(("Date limite de paiement", f("due_date", figures((t.year, 9, 16), "/"))));
    }
    let cells: Vec<Vec<String>> = rows.into_iter().map(|(a, b)| vec![a.to_owned(), b]).collect();
    let heads: &[&str] = if p.chance(0.5) { &["Impôt sur le revenu", "Montants en euros"] } else { &[] };
    p.table(Ty::Body, (&[7.0, 2.2], "lr"), heads, &cells, Rules::Rows);
    p.say(Ty::Bold, Left, p.pick(&["INFORMATIONS COMPLÉMENTAIRES", "VOTRE SITUATION"]));
    let at = p.w * 0.62;
    let kids = p.any(0, 3);
    p.rows(
        at,
        &[
            ("Revenu fiscal de référence", f("reference_income", euros(total))),
            ("Situation du foyer", if couple { "Mariés - M" } else { "Célibataire - C" }.to_owned()),
            ("Nombre de personnes à charge", if kids == 0 { String::new() } else { kids.to_string() }),
            ("Taux moyen d'imposition", format!("{},{} %", tax * 100 / total.max(1), p.digits(2))),
            ("Plafond de l'épargne retraite", euros(total / 10)),
        ],
        true,
    );
    p.gap(0.8);
    p.para(
        Ty::Small,
        "Le revenu fiscal de référence sert à déterminer si vous pouvez bénéficier de \
             certains avantages sociaux ou exonérations.",
    );
    if p.chance(0.5) {
        p.para(Ty::Small, "Prélèvements sociaux : aucun revenu du patrimoine n'est soumis à la CSG et à la CRDS.");
    }
    let y = p.d.c.height;
    p.put(40.0, y - 30.0, 300.0, Ty::Tiny, Left, format!("N° FIP : {}", t.fip));
}

/// What is given in place of a notice right after the declaration on line.
fn declared(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let mut p = Pen::new(d, 9.4, 46.0, 46.0);
    let t = told(&mut p, 2017, 2025);
    let y = t.year;
    p.say(Ty::Bold, Left, "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES");
    p.say(Ty::Small, Left, format!("Centre des Finances publiques {}", of(t.house.town)));
    p.say(Ty::Small, Left, format!("{} – {}", t.house.street, t.house.place()));
    p.gap(1.2);
    p.say(Ty::Title, Centre, "AVIS DE SITUATION DÉCLARATIVE");
    p.say(Ty::Head, Centre, format!("à l'impôt sur le revenu {y}"));
    p.say(Ty::Body, Centre, format!("établi en {y} au titre des revenus de l'année {}", y - 1));
    p.gap(1.0);
    let (window, top) = (t.window(&p), p.y);
    let end = p.block(320.0, top + 6.0, 230.0, Ty::Body, &window);
    let mut at = top + 6.0;
    let declared = (y, p.any(4, 6), t.drawn.2);
    for (label, value) in [
        ("Numéro fiscal :", f("tax_number", &t.tax_number)),
        ("Référence de l'avis :", f("notice_reference", &t.notice)),
        ("Déclaration en ligne du :", figures(declared, "/")),
    ] {
        p.put(46.0, at, 110.0, Ty::Small, Left, label);
        p.put(160.0, at, 140.0, Ty::Bold, Left, value);
        at += 15.0;
    }
    p.y = at.max(end) + 22.0;
    p.para(
        Ty::Body,
        "Cet avis est établi à partir des éléments que vous avez déclarés en ligne. Il vous \
             permet de justifier de vos revenus et de vos charges auprès des tiers. Il ne \
             constitue pas un avis d'impôt et ne donne lieu à aucun paiement.",
    );
    p.gap(0.6);
    let (rfr, born) = (p.any(8_000, 61_000), t.who.birth);
    let cells = vec![
        vec!["Nom".into(), t.who.last.clone()],
        vec!["Prénom(s)".into(), t.who.first.to_owned()],
        vec!["Date de naissance".into(), figures(born, "/")],
        vec!["Adresse déclarée au 1er janvier".into(), format!("{} {}", t.who.home[0], t.who.home[1])],
        vec!["Situation de famille".into(), if t.couple() { "Marié(e)s" } else { "Célibataire" }.into()],
        vec!["Nombre de part(s)".into(), p.pick(&["1", "1,5", "2", "2,5", "3"]).into()],
        vec!["Revenu brut global".into(), format!("{} €", euros(rfr + 300))],
        vec!["Revenu imposable".into(), format!("{} €", euros(rfr))],
        vec!["Impôt sur le revenu net avant corrections".into(), format!("{} €", euros(rfr / 23))],
        vec!["Montant de l'impôt".into(), p.pick(&["Non imposable", "Voir votre avis d'impôt"]).into()],
        vec!["Revenu fiscal de référence".into(), f("reference_income", format!("{} €", euros(rfr)))],
    ];
    let rules = if p.chance(0.5) { Rules::Grid } else { Rules::Rows };
    p.table(Ty::Body, (&[4.0, 5.0], "ll"), &[], &cells, rules);
    p.para(
        Ty::Body,
        format!(
            "Votre avis d'impôt définitif vous sera adressé à compter de la fin du mois de \
             juillet {y}. La situation déclarée peut être vérifiée par un tiers sur le site \
             https://www.impots.gouv.fr/verifavis avec le numéro fiscal et la référence de \
             l'avis."
        ),
    );
    p.gap(0.4);
    let y = p.y;
    marks::code(p.d.c, 60.0, y, &mut p.d.rng);
}
