//! Pay slips: of a firm before and after they were made shorter, and of public agents.

use super::Page;
use super::agents::agent;
use super::trade_kit::*;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Someone, sum};
use crate::rng::Rng;
use crate::text::{capitals, codes, words};

pub(super) const PAGES: &[Page] = &[Page::a4("bulletin_salaire", payslip)];

fn payslip(d: &mut Desk<'_, '_>) {
    match d.rng.below(3) {
        0 => agent(d),
        1 => firm(d, true),
        _ => firm(d, false),
    }
}

/// A social security number that says sex, year and month of birth and the department.
fn nir_of(who: &Someone, k: &mut Rng) -> String {
    let (place, code) = match who.department() {
        "20" => ("2A".to_owned(), "19".to_owned()),
        other => (other.to_owned(), other.to_owned()),
    };
    let town = if place.len() == 3 { format!("{:02}", k.between(1, 30)) } else { format!("{:03}", k.between(1, 500)) };
    let head = format!("{}{:02}{:02}", if who.sex == 'M' { 1 } else { 2 }, who.birth.0 % 100, who.birth.1);
    let order = format!("{:03}", k.between(1, 600));
    let value = format!("{head}{code}{town}{order}").parse::<u64>().unwrap_or_default();
    format!("{head}{place}{town}{order}{:02}", 97 - value % 97)
}

pub(super) fn shown_nir(who: &Someone, k: &mut Rng) -> String {
    let nir = nir_of(who, k);
    if k.chance(0.7) { codes::grouped(&nir, &[1, 2, 2, 2, 3, 3, 2]) } else { nir }
}

/// A contribution: its name, the share of the base in hundredths of a percent of the worker and of the employer.
type Due = (&'static str, u64, u64);

const LONG: &[Due] = &[
    ("S.S. maladie, maternité, invalidité", 75, 1_284),
    ("S.S. vieillesse plafonnée", 690, 855),
    ("S.S. vieillesse déplafonnée", 40, 190),
    ("Allocations familiales", 0, 345),
    ("Accident du travail", 0, 240),
    ("Solidarité autonomie", 0, 30),
    ("FNAL", 0, 10),
    ("Assurance chômage TA", 240, 400),
    ("AGS (FNGS)", 0, 25),
    ("Retraite ARRCO T1", 310, 465),
    ("AGFF T1", 80, 120),
    ("Prévoyance non cadre", 45, 60),
    ("Mutuelle obligatoire", 92, 92),
    ("Taxe d'apprentissage", 0, 68),
    ("CSG déductible", 501, 0),
    ("CSG / CRDS non déductible", 285, 0),
];
const SHORT: &[(&str, &[Due])] = &[
    (
        "SANTÉ",
        &[
            ("Sécurité sociale - Maladie Maternité Invalidité Décès", 0, 700),
            ("Complémentaire incapacité invalidité décès", 38, 62),
            ("Complémentaire santé", 88, 88),
        ],
    ),
    ("ACCIDENTS DU TRAVAIL - MALADIES PROFESSIONNELLES", &[("Accidents du travail", 0, 216)]),
    (
        "RETRAITE",
        &[
            ("Sécurité sociale plafonnée", 690, 855),
            ("Sécurité sociale déplafonnée", 40, 202),
            ("Complémentaire tranche 1", 401, 601),
        ],
    ),
    ("FAMILLE", &[("Allocations familiales", 0, 345)]),
    ("ASSURANCE CHÔMAGE", &[("Chômage", 0, 420)]),
    ("AUTRES CONTRIBUTIONS DUES PAR L'EMPLOYEUR", &[("Formation, apprentissage, FNAL, dialogue social", 0, 196)]),
    ("CSG / CRDS", &[("CSG déductible de l'impôt sur le revenu", 668, 0), ("CSG/CRDS non déductible", 285, 0)]),
];

/// Of a firm: all its contributions one by one, or in the groups of the shorter slip with the tax at the source.
fn firm(d: &mut Desk<'_, '_>, short: bool) {
    let mut k = d.rng.fork();
    let p = pens(d, 8.4);
    let (name, ape, agreement, job) = k.choose(&[
        ("Transports Anglade", "4941A", "Transports routiers", "Conducteur routier"),
        ("Boulangerie Lescure", "1071C", "Boulangerie-pâtisserie artisanale", "Aide de fabrication"),
        ("Laiterie du Bocage", "1051A", "Industrie laitière", "Agent de conditionnement"),
        ("Imprimerie Gaudet", "1812Z", "Imprimerie de labeur", "Opérateur de finition"),
        ("Résidence Les Glycines", "8710A", "Hospitalisation privée", "Aide-soignant diplômé"),
    ]);
    let employer = Firm::new(name, ape, &mut k);
    let worker = Home::random(&mut k);
    let (x0, x1) = (32.0, 563.0);
    let month =
        if short { (k.between(2019, 2025), k.between(1, 12)) } else { (k.between(2005, 2016), k.between(1, 12)) };
    let end = month_end(month);
    let title = k.pick(&["BULLETIN DE PAIE", "Bulletin de paie", "BULLETIN DE SALAIRE", "Bulletin de paye"]);
    // The old slip has the employer at the left, the short one its worker's window there.
    let (title_x, box_x) = if short { (330.0, x0) } else { (x0 + 250.0, x0) };
    put(d, title_x, 42.0, 230.0, title, &p.h);
    let period = match k.below(4) {
        0 => format!("du 01/{:02}/{} au {}", month.1, month.0, say(0, end)),
        1 => capitals(&format!("{} {}", words::MONTHS[month.1 as usize - 1], month.0), true),
        _ => format!("{} {}", codes::capitalised(words::MONTHS[month.1 as usize - 1]), month.0),
    };
    kv(
        d,
        (title_x, title_x + 60.0, x1),
        57.0,
        (k.pick(&["Période", "Période de paie :", "Paie du mois :"]), "period", &period),
        (&p.n, &p.b),
    );
    kv(d, (title_x, title_x + 60.0, x1), 69.0, ("Paiement le", "", &say(0, end)), (&p.n, &p.n));
    put(d, box_x, 40.0, 230.0, &capitals(&employer.name, true), &p.b.sized(p.n.size * 1.2));
    block(d, "", (box_x, 52.0), 230.0, &employer.lines(true)[1..], &p.n);
    let siret = if k.chance(0.5) { employer.siret.clone() } else { codes::grouped(&employer.siret, &[3, 3, 3, 5]) };
    kvs(
        d,
        (box_x, box_x + 52.0, 270.0),
        76.0,
        11.5,
        &[
            (k.pick(&["SIRET", "N° Siret :", "Siret"]), "employer_siret", &siret),
            (k.pick(&["Code APE", "NAF", "APE :"]), "ape", &employer.ape),
            ("URSSAF", "", &format!("{} - {}", employer.place.seat, k.digits(10))),
        ],
        (&p.n, &p.n),
    );
    block(d, "", (330.0, 122.0), 225.0, &worker.lines(0), &p.n.sized(p.n.size * 1.18));
    let base = k.between(1_480, 2_950) as u64 * 100;
    let hourly = base * 100 / 15_167;
    kvs(
        d,
        (x0, x0 + 82.0, 310.0),
        124.0,
        11.5,
        &[
            ("Matricule", "", &k.digits(4)),
            (k.pick(&["N° Sécu", "N° S.S.", "Numéro de sécurité sociale"]), "nir", &shown_nir(&worker.who, &mut k)),
            ("Emploi", "", job),
            (
                "Qualification",
                "",
                &format!("Niveau {} - coef. {}", k.pick(&["II", "III", "N2E1"]), k.between(140, 290)),
            ),
            ("Ancienneté depuis", "", &say(0, (month.0 - k.between(1, 19), k.between(1, 12), 1))),
            ("Convention collective", "", agreement),
        ],
        (&p.n, &p.n),
    );
    let shares = [(3.8, L), (1.1, R), (0.9, R), (1.1, R), (0.9, R), (1.1, R)];
    let cols = columns(x0, x1, &shares);
    let heading = if short {
        ["Éléments de paie", "Base", "Taux sal.", "Part salarié", "Taux pat.", "Part employeur"]
    } else {
        ["Rubrique", "Base", "Taux", "Retenue", "Taux P.", "Charges P."]
    };
    heads(d, (200.0, 18.0), &cols, &heading, &p.sb, if short { 1 } else { 2 });
    let mut y = 229.0;
    let lead = if short { 13.6 } else { 14.4 };
    let extra = if k.chance(0.5) { hourly * 125 / 100 * 8 } else { 0 };
    let bonus = k.choose(&[0u64, 0, 4_500, 8_000]);
    let gross = base + extra + bonus;
    let rate = |n: u64| if n == 0 { String::new() } else { format!("{},{:02}", n / 100, n % 100) };
    let cash = |n: u64| if n == 0 { String::new() } else { sum(n) };
    for (name, count, each, all) in [
        ("Salaire de base", "151,67".to_owned(), hourly, base),
        ("Heures supplémentaires 25 %", "8,00".to_owned(), hourly * 125 / 100, extra),
        (k.pick(&["Prime d'ancienneté", "Prime exceptionnelle", "Prime de panier"]), String::new(), 0, bonus),
    ] {
        if all > 0 {
            cells(d, y, &cols[..4], &plain_cells(vec![name.to_owned(), count, cash(each), sum(all)]), &p.n);
            y += lead;
        }
    }
    let label = k.pick(&["SALAIRE BRUT", "Total brut", "Rémunération brute", "BRUT"]);
    cells(
        d,
        y,
        &cols[..4],
        &[("", label.to_owned()), ("", String::new()), ("", String::new()), ("gross", sum(gross))],
        &p.b,
    );
    y += lead * 1.15;
    let (mut out, mut costs, mut untaxed) = (0, 0, 0);
    let mut line = |d: &mut Desk<'_, '_>, y: f32, due: &Due| {
        let part = if due.0.starts_with("CSG") { gross * 9_825 / 10_000 } else { gross };
        let (mine, theirs) = (part * due.1 / 10_000, part * due.2 / 10_000);
        out += mine;
        costs += theirs;
        if due.0.contains("non déductible") {
            untaxed += mine;
        }
        cells(
            d,
            y,
            &cols,
            &plain_cells(vec![due.0.to_owned(), sum(part), rate(due.1), cash(mine), rate(due.2), cash(theirs)]),
            &p.n,
        );
    };
    if short {
        for (group, lines) in SHORT {
            cells(d, y, &cols[..1], &[("", (*group).to_owned())], &p.sb);
            y += lead * 0.92;
            for due in *lines {
                line(d, y, due);
                y += lead;
            }
        }
    } else {
        for due in LONG {
            line(d, y, due);
            y += lead;
        }
    }
    cells(
        d,
        y,
        &cols,
        &plain_cells(vec![
            k.pick(&["Total des cotisations et contributions", "TOTAL COTISATIONS"]).to_owned(),
            String::new(),
            String::new(),
            sum(out),
            String::new(),
            sum(costs),
        ]),
        &p.b,
    );
    y += lead * 1.2;
    let net = gross - out;
    let taxable = net + untaxed;
    cells(
        d,
        y,
        &cols[..4],
        &plain_cells(vec![
            k.pick(&["Net imposable", "NET FISCAL"]).to_owned(),
            String::new(),
            String::new(),
            sum(taxable),
        ]),
        &p.n,
    );
    y += lead;
    let mut paid = net;
    if short {
        cells(
            d,
            y,
            &cols[..4],
            &plain_cells(vec![
                "NET À PAYER AVANT IMPÔT SUR LE REVENU".to_owned(),
                String::new(),
                String::new(),
                sum(net),
            ]),
            &p.b,
        );
        y += lead;
        let tax = taxable * 28 / 1000;
        cells(
            d,
            y,
            &cols[..4],
            &plain_cells(vec![
                "Impôt sur le revenu prélevé à la source - taux personnalisé".to_owned(),
                sum(taxable),
                "2,80".to_owned(),
                sum(tax),
            ]),
            &p.n,
        );
        y += lead;
        paid -= tax;
    }
    grid(d, 200.0, y - 4.0, &cols);
    let label = if short {
        k.pick(&["NET PAYÉ", "Net à payer au salarié", "NET À PAYER"])
    } else {
        k.pick(&["NET À PAYER", "Net à payer", "NET PAYÉ"])
    };
    let big = p.b.sized(p.n.size * 1.3);
    cells(
        d,
        y + 18.0,
        &[(330.0, 460.0, L), (450.0, x1, R)],
        &[("", label.to_owned()), ("net_pay", format!("{} €", sum(paid)))],
        &big,
    );
    d.c.frame(326.0, y + 2.0, x1, y + 26.0, 0.9);
    put(d, x0, y + 16.0, 280.0, k.pick(&["Virement sur votre compte bancaire", "Paiement par chèque"]), &p.n);
    let table = [("Cumuls", "Brut", "Net imposable", "Heures"), ("Année", "", "", "")];
    let cum = columns(x0, x1, &[(1.0, L), (1.0, R), (1.0, R), (1.0, R), (1.0, R), (1.0, R)]);
    y = (y + 40.0).max(640.0);
    heads(d, (y, 16.0), &cum, &[table[0].0, table[0].1, table[0].2, table[0].3, "Congés N-1", "Congés N"], &p.s, 2);
    let months = month.1 as u64;
    cells(
        d,
        y + 28.0,
        &cum,
        &plain_cells(vec![
            table[1].0.to_owned(),
            sum(gross * months),
            sum(taxable * months),
            sum(15_167 * months),
            sum(k.between(0, 20) as u64 * 100),
            sum(k.between(2, 12) as u64 * 208),
        ]),
        &p.n,
    );
    grid(d, y, y + 34.0, &cum);
    let text = "Dans votre intérêt et pour vous aider à faire valoir vos droits, conservez ce bulletin de paie sans limitation de durée. Pour la définition des termes employés, se reporter au \
                site internet www.service-public.fr, rubrique cotisations sociales.";
    para(d, x0, y + 52.0, x1 - x0, text, &p.s);
}
