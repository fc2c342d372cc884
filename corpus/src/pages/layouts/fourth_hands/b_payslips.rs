//! Payslips.

use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, figures, written};
use crate::pages::layouts::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, Who, f};
use crate::pages::layouts::kit::people::{FIRMS, JOBS, numbers};
use crate::pages::layouts::page::Page;
use crate::text::{capitals, words};

pub(super) const PAGES: &[Page] = &[
    Page::a4("bulletin_salaire", slip_classic),
    Page::a4("bulletin_salaire", slip_clear),
    Page::a4("bulletin_salaire", slip_public),
    Page::a4("bulletin_salaire", slip_home),
];

/// Lines of contributions: label, rates of the employee and of the employer in hundredths of a percent.
const DUES: &[(&str, i64, i64)] = &[
    ("Sécurité sociale - Maladie Maternité Invalidité Décès", 0, 700),
    ("Complémentaire santé", 110, 110),
    ("Accidents du travail - mal. professionnelles", 0, 185),
    ("Sécurité sociale plafonnée", 690, 855),
    ("Sécurité sociale déplafonnée", 40, 190),
    ("Complémentaire Tranche 1", 401, 601),
    ("Allocations familiales", 0, 345),
    ("Assurance chômage", 0, 405),
    ("Cotisations statutaires ou conventionnelles", 0, 22),
    ("CSG déduct. de l'impôt sur le revenu", 668, 0),
    ("CSG/CRDS non déduct. de l'impôt sur le revenu", 285, 0),
];

/// What a payslip adds up.
struct Pay {
    base: i64,
    bonus: i64,
    gross: i64,
    dues: i64,
    before: i64,
    tax: i64,
    net: i64,
    month: Day,
}

impl Pay {
    fn new(p: &Pen<'_, '_, '_>) -> Pay {
        let (base, bonus) = (p.any(151_000, 390_000), p.any(2_000, 31_000));
        let gross = base + bonus;
        let dues = DUES.iter().map(|(_, rate, _)| gross * rate / 10_000).sum();
        let before = gross - dues;
        let tax = before * p.any(0, 90) / 1_000;
        Pay { base, bonus, gross, dues, before, tax, net: before - tax, month: (p.any(2019, 2026), p.any(1, 12), 1) }
    }

    fn last(&self) -> Day {
        let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][(self.month.1 - 1) as usize];
        (self.month.0, self.month.1, days)
    }

    fn month(&self) -> String {
        format!("{} {}", words::MONTHS[(self.month.1 - 1) as usize], self.month.0)
    }

    /// In one of the ways payslips have it.
    fn period(&self, p: &Pen<'_, '_, '_>) -> String {
        let (from, to) = (figures(self.month, "/"), figures(self.last(), "/"));
        match p.any(0, 4) {
            0 => format!("du {from} au {to}"),
            1 => capitals(&self.month(), true),
            2 => format!("{:02}/{}", self.month.1, self.month.0),
            _ => self.month(),
        }
    }

    /// The rows of the contributions.
    fn rows(&self, p: &Pen<'_, '_, '_>) -> Vec<Vec<String>> {
        let percent = |rate: i64| if rate == 0 { String::new() } else { format!("{},{:02}", rate / 100, rate % 100) };
        let part = |rate: i64| if rate == 0 { String::new() } else { p.sum(self.gross * rate / 10_000) };
        DUES.iter()
            .map(|(label, a, b)| vec![(*label).to_owned(), p.sum(self.gross), percent(*a), part(*a), part(*b)])
            .collect()
    }
}

fn slip_classic(d: &mut Desk<'_, '_>) {
    let (who, h) = (Who::new(&mut d.rng, 1958, 2004), House::new(&mut d.rng));
    let mut p = Pen::new(d, 8.6, 34.0, 44.0);
    let (pay, firm, (siret, ape)) = (Pay::new(&p), p.pick(FIRMS), numbers(&p, &h));
    p.put(34.0, 44.0, 250.0, Ty::Head, Left, firm);
    let left =
        [h.street.clone(), h.place(), format!("SIRET : {siret}   APE : {ape}"), format!("URSSAF : {}", p.digits(12))];
    p.block(34.0, 58.0, 250.0, Ty::Body, &left);
    p.put(
        560.0,
        44.0,
        240.0,
        Ty::Title,
        Right,
        p.pick(&["BULLETIN DE PAIE", "BULLETIN DE SALAIRE", "Bulletin de paie"]),
    );
    let period = f("period", pay.period(&p));
    p.put(
        560.0,
        60.0,
        240.0,
        Ty::Body,
        Right,
        format!("{} {period}", p.pick(&["Période :", "Période de paie :", "Mois de"])),
    );
    let paid = figures(pay.last(), "/");
    p.put(560.0, 72.0, 240.0, Ty::Body, Right, format!("Paiement le {paid} par virement"));
    p.frame(310.0, 96.0, 251.0, 58.0);
    let to = who.letter("", false);
    p.block(322.0, 116.0, 230.0, Ty::Body, &to);
    p.y = 112.0;
    p.w = 260.0;
    let since = figures((pay.month.0 - p.any(1, 12), p.any(1, 12), 1), "/");
    p.rows(
        92.0,
        &[
            ("Matricule", p.digits(4)),
            ("N° Séc. sociale", f("nir", &who.nir)),
            ("Emploi", p.pick(JOBS).into()),
            ("Classification", format!("Niveau {} – coef. {}", p.pick(&["II", "III", "IV"]), p.any(140, 320))),
            ("Date d'entrée", since),
            ("Convention coll.", p.pick(&["Métallurgie", "HCR – IDCC 1979", "Commerce de détail"]).into()),
        ],
        false,
    );
    p.w = p.d.c.width - 68.0;
    p.gap(1.0);
    let hours = pay.base * 100 / 15_167;
    let mut rows = vec![
        vec!["Salaire de base".into(), "151,67".into(), p.sum(hours), p.sum(pay.base), String::new()],
        vec![
            p.pick(&["Prime d'ancienneté", "Heures supplémentaires 25 %", "Prime exceptionnelle"]).into(),
            String::new(),
            String::new(),
            p.sum(pay.bonus),
            String::new(),
        ],
        vec![
            p.pick(&["SALAIRE BRUT", "TOTAL BRUT", "Salaire brut"]).into(),
            String::new(),
            String::new(),
            f("gross", p.sum(pay.gross)),
            String::new(),
        ],
    ];
    rows.extend(pay.rows(&p));
    let social = p.sum(pay.gross * 2_800 / 10_000);
    rows.push(vec![
        "Total des cotisations et contributions".into(),
        String::new(),
        String::new(),
        p.sum(pay.dues),
        social,
    ]);
    rows.push(vec![
        "Net à payer avant impôt sur le revenu".into(),
        String::new(),
        String::new(),
        f("net_before_tax", p.sum(pay.before)),
        String::new(),
    ]);
    rows.push(vec![
        "Impôt sur le revenu prélevé à la source".into(),
        p.sum(pay.before + 6_000),
        format!("{},{}0 %", p.any(0, 9), p.any(0, 9)),
        p.sum(pay.tax),
        String::new(),
    ]);
    let rules = if p.chance(0.7) { Rules::Columns } else { Rules::Grid };
    p.table(
        Ty::Body,
        (&[5.0, 1.6, 1.4, 1.8, 1.8], "lrrrr"),
        &["Désignation", "Base / Nombre", "Taux", "Part salarié", "Part employeur"],
        &rows,
        rules,
    );
    p.frame(380.0, p.y - 12.0, 181.0, 26.0);
    p.put(388.0, p.y + 4.0, 90.0, Ty::Head, Left, p.pick(&["NET À PAYER", "NET PAYÉ", "Net à payer"]));
    let net = f("net_pay", p.sum(pay.net));
    p.put(554.0, p.y + 4.0, 80.0, Ty::Head, Right, net);
    p.gap(3.4);
    let cells = vec![
        vec!["Mois".into(), p.sum(pay.gross), p.sum(pay.before + 6_000), "151,67".into(), "2,50".into()],
        vec![
            "Année".into(),
            p.sum(pay.gross * pay.month.1),
            p.sum((pay.before + 6_000) * pay.month.1),
            p.sum(15_167 * pay.month.1),
            "17,50".into(),
        ],
    ];
    p.table(
        Ty::Small,
        (&[1.0, 2.0, 2.0, 2.0, 2.0], "lrrrr"),
        &["Cumuls", "Brut", "Net imposable", "Heures", "Congés acquis"],
        &cells,
        Rules::Grid,
    );
    p.foot(
        Centre,
        &[
            "Dans votre intérêt et pour vous aider à faire valoir vos droits, conservez ce bulletin de paie \
         sans limitation de durée."
                .into(),
            "Informations sur le bulletin de paie : www.service-public.fr".into(),
        ],
    );
}

fn slip_clear(d: &mut Desk<'_, '_>) {
    let (who, h) = (Who::new(&mut d.rng, 1962, 2004), House::new(&mut d.rng));
    let mut p = Pen::new(d, 9.8, 40.0, 40.0);
    let (pay, firm, (siret, ape)) = (Pay::new(&p), p.pick(FIRMS), numbers(&p, &h));
    let period = f("period", pay.period(&p));
    p.logo(40.0, 26.0, 34.0);
    p.put(82.0, 44.0, 260.0, Ty::Title, Left, format!("Bulletin de paie – {period}"));
    p.y = 78.0;
    let (employer, salaried) = (
        [
            firm.to_owned(),
            h.street.clone(),
            h.place(),
            format!("N° SIRET {siret}"),
            format!("Code NAF {ape}"),
            "Convention collective Syntec".into(),
        ],
        [
            who.titled(true),
            who.home[0].clone(),
            who.home[1].clone(),
            format!("Sécurité sociale n° {}", f("nir", &who.nir)),
            format!("Emploi : {}", p.pick(JOBS)),
            format!("Ancienneté : {} ans", p.any(1, 19)),
        ],
    );
    p.put(40.0, 78.0, 200.0, Ty::Bold, Left, "EMPLOYEUR");
    p.put(312.0, 78.0, 200.0, Ty::Bold, Left, p.pick(&["SALARIÉ", "COLLABORATEUR"]));
    p.block(40.0, 92.0, 250.0, Ty::Body, &employer);
    p.y = p.block(312.0, 92.0, 240.0, Ty::Body, &salaried);
    p.gap(1.2);
    let sections: [(&str, &[usize]); 4] =
        [("SANTÉ", &[0, 1, 2]), ("RETRAITE", &[3, 4, 5]), ("FAMILLE – CHÔMAGE", &[6, 7, 8]), ("CSG / CRDS", &[9, 10])];
    let blank = String::new;
    let mut rows = vec![
        vec!["Salaire mensuel".into(), "151,67".into(), blank(), p.sum(pay.base), blank()],
        vec!["Prime".into(), blank(), blank(), p.sum(pay.bonus), blank()],
        vec!["Rémunération brute".into(), blank(), blank(), f("gross", p.sum(pay.gross)), blank()],
    ];
    let dues = pay.rows(&p);
    for (name, lines) in sections {
        rows.push(vec![name.to_owned(), blank(), blank(), blank(), blank()]);
        rows.extend(lines.iter().map(|i| dues[*i].clone()));
    }
    rows.push(vec!["Total des cotisations".into(), blank(), blank(), p.sum(pay.dues), p.sum(pay.gross * 27 / 100)]);
    p.table(
        Ty::Body,
        (&[5.2, 1.6, 1.1, 1.8, 1.8], "lrrrr"),
        &["", "Base", "Taux", "Salarié", "Employeur"],
        &rows,
        Rules::Rows,
    );
    let mut sums = vec![
        vec![p.pick(&["MONTANT NET SOCIAL", "Montant net social"]).into(), p.sum(pay.before + 4_200)],
        vec![
            p.pick(&["NET À PAYER AVANT IMPÔT SUR LE REVENU", "Net à payer avant impôt"]).into(),
            f("net_before_tax", p.sum(pay.before)),
        ],
        vec![
            "dont évolution de la rémunération liée à la suppression des cotisations".into(),
            p.sum(pay.gross * 14 / 1000),
        ],
        vec!["Impôt prélevé à la source – taux personnalisé".into(), p.sum(-pay.tax)],
    ];
    sums.push(vec![
        p.pick(&["NET À PAYER AU SALARIÉ", "Net payé", "NET À PAYER (virement)"]).into(),
        f("net_pay", p.sum(pay.net)),
    ]);
    p.table(Ty::Bold, (&[6.0, 2.0], "lr"), &[], &sums, Rules::Grid);
    let cost = p.sum(pay.gross * 127 / 100);
    p.say(
        Ty::Small,
        Left,
        format!(
            "Total versé par l'employeur : {cost} – Allègement de cotisations employeur : {}",
            p.sum(pay.gross / 90)
        ),
    );
    let paid = written(pay.last());
    p.say(
        Ty::Small,
        Left,
        format!("Virement du {paid} – Congés payés : acquis 25,00 – pris 12,00 – solde 13,00 – RTT : solde 4,50"),
    );
    p.foot(
        Left,
        &[
            "Pour la définition des termes employés, se reporter au site internet www.service-public.fr \
         rubrique cotisations sociales."
                .into(),
            "Conserver ce bulletin sans limitation de durée.".into(),
        ],
    );
}

fn slip_public(d: &mut Desk<'_, '_>) {
    let (who, h) = (Who::new(&mut d.rng, 1958, 2002), House::new(&mut d.rng));
    let mut p = Pen::new(d, 9.0, 36.0, 46.0);
    let (pay, (siret, ape)) = (Pay::new(&p), numbers(&p, &h));
    let body = p.pick(&[
        "MINISTÈRE DE L'ÉDUCATION NATIONALE", "CENTRE HOSPITALIER INTERCOMMUNAL", "CONSEIL DÉPARTEMENTAL", "MAIRIE",
    ]);
    p.say(Ty::Bold, Left, body);
    p.say(Ty::Body, Left, format!("{} – {}", h.street, h.place()));
    p.say(Ty::Body, Left, format!("N° SIRET {siret} – NAF {ape}"));
    p.gap(1.0);
    let period = f("period", if p.chance(0.5) { capitals(&pay.month(), true) } else { pay.month() });
    p.say(Ty::Title, Centre, format!("BULLETIN DE PAYE {} {period}", p.pick(&["–", "DU MOIS DE", "MOIS DE"])));
    p.gap(0.5);
    let rows = vec![vec![
        p.digits(8),
        f("nir", &who.nir),
        p.pick(&["ADJOINT TECHNIQUE", "PROF. ÉCOLES CL. N.", "INFIRMIER D.E.", "RÉDACTEUR"]).into(),
        format!("{:02}", p.any(1, 11)),
        format!("{}", p.any(340, 690)),
        "100 %".into(),
    ]];
    p.table(
        Ty::Body,
        (&[1.6, 3.0, 2.6, 1.0, 1.0, 1.3], "clcccc"),
        &["N° agent", "N° INSEE", "Grade", "Échelon", "Indice", "Temps"],
        &rows,
        Rules::Grid,
    );
    let to = who.letter("", false);
    p.y = p.block(330.0, p.y + 6.0, 220.0, Ty::Body, &to) + p.lead;
    let residence = pay.bonus / 2;
    let none = String::new;
    let mut rows = vec![
        vec!["101000".into(), "TRAITEMENT BRUT".into(), p.sum(pay.base), none(), none()],
        vec!["102000".into(), "INDEMNITÉ DE RÉSIDENCE".into(), p.sum(residence), none(), none()],
        vec!["201800".into(), "IFSE / RIFSEEP".into(), p.sum(pay.bonus - residence), none(), none()],
        vec![none(), "MONTANT BRUT".into(), f("gross", p.sum(pay.gross)), none(), none()],
    ];
    for (i, (label, mine, theirs)) in DUES.iter().enumerate() {
        let part = |rate: i64| if rate == 0 { none() } else { p.sum(pay.gross * rate / 10_000) };
        rows.push(vec![format!("40{}{}00", i, p.digits(1)), capitals(label, true), none(), part(*mine), part(*theirs)]);
    }
    rows.push(vec!["604970".into(), "TRANSFERT PRIMES / POINTS".into(), none(), none(), none()]);
    let employer = pay.gross * 44 / 100;
    rows.push(vec![none(), "TOTAUX DU MOIS".into(), p.sum(pay.gross), p.sum(pay.dues), p.sum(employer)]);
    p.table(
        Ty::Body,
        (&[1.2, 5.0, 1.8, 1.8, 1.8], "llrrr"),
        &["Code", "Éléments", "À payer", "À déduire", "Pour information"],
        &rows,
        Rules::Columns,
    );
    let sums = vec![
        vec!["Net à payer avant impôt sur le revenu".into(), f("net_before_tax", p.sum(pay.before))],
        vec!["Impôt sur le revenu prélevé à la source".into(), p.sum(pay.tax)],
        vec![
            p.pick(&["NET À PAYER", "NET A PAYER EN EUROS", "MONTANT NET À PAYER"]).into(),
            f("net_pay", p.sum(pay.net)),
        ],
    ];
    p.x += 220.0;
    p.w -= 220.0;
    p.table(Ty::Bold, (&[3.6, 1.6], "lr"), &[], &sums, Rules::Grid);
    p.x -= 220.0;
    p.w += 220.0;
    let (year, taxed) = (p.sum(pay.before * pay.month.1 + 31_000), p.sum(pay.before + 5_100));
    p.rows(
        210.0,
        &[
            ("Montant imposable de l'année", year),
            ("Montant imposable du mois", taxed),
            ("Coût total employeur", p.sum(pay.gross + employer)),
            ("Mis en paiement le", figures((pay.month.0, pay.month.1, 27), "/")),
        ],
        false,
    );
    p.foot(
        Left,
        &["Comptable assignataire : Direction départementale des finances publiques – Ce bulletin doit être \
         conservé sans limitation de durée."
            .into()],
    );
}

fn slip_home(d: &mut Desk<'_, '_>) {
    let (who, by) = (Who::new(&mut d.rng, 1958, 2004), Who::new(&mut d.rng, 1940, 1990));
    let h = House::new(&mut d.rng);
    let mut p = Pen::new(d, 10.0, 50.0, 54.0);
    let (pay, (siret, ape)) = (Pay::new(&p), numbers(&p, &h));
    let firm = p.chance(0.6);
    p.say(Ty::Head, Left, if firm { p.pick(FIRMS).to_owned() } else { by.titled(true) });
    let mut lines = vec![by.home[0].clone(), by.home[1].clone()];
    if firm {
        lines.push(format!("Siret {siret} – Ape {ape}"));
    } else {
        lines.push(format!("N° employeur particulier : Y{}", p.digits(9)));
    }
    p.y = p.block(p.x, p.y, 250.0, Ty::Body, &lines);
    p.gap(1.6);
    p.say(Ty::Title, Centre, "BULLETIN DE SALAIRE");
    let period = f("period", format!("du {} au {}", figures(pay.month, "/"), figures(pay.last(), "/")));
    p.say(Ty::Body, Centre, format!("Période d'emploi {period}"));
    p.gap(1.2);
    p.rows(
        150.0,
        &[
            ("Salarié(e) :", who.turned()),
            ("Adresse :", format!("{} – {}", who.home[0], who.home[1])),
            ("N° de sécurité sociale :", f("nir", &who.nir)),
            (
                "Emploi :",
                p.pick(&[
                    "garde d'enfants", "assistante maternelle", "employé familial", "ouvrier agricole",
                    "apprenti pâtissier",
                ])
                .into(),
            ),
            ("Horaire mensuel :", format!("{} heures", p.any(40, 151))),
        ],
        false,
    );
    p.gap(1.0);
    let sums = [
        ("Salaire de base", p.sum(pay.base)),
        ("Indemnités et primes", p.sum(pay.bonus)),
        ("SALAIRE BRUT", f("gross", p.sum(pay.gross))),
        ("Retenues salariales (détail ci-dessous)", p.sum(-pay.dues)),
        ("Net à payer avant impôt sur le revenu", f("net_before_tax", p.sum(pay.before))),
        ("Retenue à la source", p.sum(-pay.tax)),
        ("SALAIRE NET À PAYER", f("net_pay", p.sum(pay.net))),
    ];
    let rows: Vec<Vec<String>> = sums.iter().map(|(a, b)| vec![(*a).to_owned(), b.clone()]).collect();
    p.table(Ty::Body, (&[5.0, 2.0], "lr"), &["Éléments du salaire", "Montant en euros"], &rows, Rules::Grid);
    let rows: Vec<Vec<String>> =
        pay.rows(&p).into_iter().filter(|r| !r[3].is_empty()).map(|r| r[..4].to_vec()).collect();
    p.table(
        Ty::Small,
        (&[5.0, 1.7, 1.2, 1.7], "lrrr"),
        &["Cotisations", "Assiette", "Taux %", "Montant"],
        &rows,
        Rules::Rows,
    );
    let paid = written(pay.last());
    p.say(Ty::Body, Left, format!("Payé le {paid} par {}", p.pick(&["chèque", "virement bancaire", "Cesu"])));
    p.say(Ty::Body, Left, format!("Congés payés : {} jours acquis au titre de la période", p.any(2, 25)));
    p.gap(1.6);
    p.sign(340.0, &["Signature de l'employeur".to_owned()]);
    p.foot(
        Centre,
        &["À conserver sans limitation de durée. Consulter www.service-public.fr pour l'explication des rubriques."
            .into()],
    );
}
