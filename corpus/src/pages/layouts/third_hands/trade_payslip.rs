//! Payslips of firms, of the public service and of those who employ at home.

use super::trade_kit::{
    Cell, Coin, Dates, Firm, Grid, Look, Person, Place, ape, beside, cell, cells, day, foot, later, list, look, prose,
    put, put_centre, put_right, set, stack, table,
};
use super::trade_sale::{BUILDING, PUBLIC_BUYERS, SERVICES, SUPPLIES};
use crate::pages::desk::Desk;
use crate::pages::layouts::page::Page;
use crate::rng::Rng;
use crate::text::{codes, words};

pub(super) const PAGES: &[Page] = &[
    Page::a4("bulletin_salaire", detailed),
    Page::a4("bulletin_salaire", simplified),
    Page::a4("bulletin_salaire", civil_servant),
    Page::a4("bulletin_salaire", at_home),
];

const JOBS: &[&str] = &[
    "Employée de commerce", "Maçon N2P2", "Comptable", "Aide-soignant", "Technicien SAV", "Agent d'entretien",
    "Chargée d'études",
];

/// A month as its payslip spells it, and its last day.
fn month(rng: &mut Rng, from: i64) -> (String, (i64, i64, i64)) {
    let (year, m, _) = day(rng, from, 2025);
    let name = words::MONTHS[(m - 1) as usize];
    let end = later((year, m, 1), 27);
    let text = match rng.below(5) {
        0 => format!("du 01/{m:02}/{year} au {:02}/{m:02}/{year}", end.2),
        1 => codes::capitalised(name) + &format!(" {year}"),
        2 => format!("{} {year}", crate::text::capitals(name, true)),
        3 => format!("{m:02}/{year}"),
        _ => format!("{name} {year}"),
    };
    (text, end)
}

fn nir(rng: &mut Rng) -> String {
    let code = codes::nir(rng);
    match rng.below(3) {
        0 => codes::grouped(&code, &[1, 2, 2, 2, 3, 3, 2]),
        1 => format!("{} {}", &code[..13], &code[13..]),
        _ => code,
    }
}

/// Contributions: what, base in cents, hundredths of a per cent of the employee's and of the employer's share.
fn shares(coin: Coin, gross: i64, rows: &[(&str, i64, i64)]) -> (Vec<Vec<Cell>>, i64) {
    let rate = |r: i64| if r == 0 { String::new() } else { format!("{},{:02}", r / 100, r % 100) };
    let part = |r: i64| if r == 0 { String::new() } else { coin.spell(gross * r / 10_000) };
    let out = rows.iter().map(|(what, own, boss)| {
        let base = if own + boss == 0 { String::new() } else { coin.spell(gross) };
        vec![cell(*what), cell(base), cell(rate(*own)), cell(part(*own)), cell(rate(*boss)), cell(part(*boss))]
    });
    (out.collect(), rows.iter().map(|(_, own, _)| gross * own / 10_000).sum())
}

fn employer(d: &mut Desk<'_, '_>, l: &Look, (x, y, room): (f32, f32, f32)) -> (Firm, f32) {
    let firm = match d.rng.below(3) {
        0 => BUILDING.firm(&mut d.rng),
        1 => SERVICES.firm(&mut d.rng),
        _ => SUPPLIES.firm(&mut d.rng),
    };
    put(d, x, y, room, &firm.name, &l.b);
    let lines = firm.place.lines(&mut d.rng);
    let y = stack(d, "", (x, y + l.lead, room), &lines, &l.n, l.lead);
    let label = d.rng.pick(&["Siret :", "N° SIRET", "SIRET :"]);
    beside(d, "employer_siret", x, 0.0, y, room, (label, &firm.siret), (&l.n, &l.n));
    let label = d.rng.pick(&["Code APE :", "APE", "Code NAF :"]);
    beside(d, "ape", x, 0.0, y + l.lead, room, (label, &firm.ape), (&l.n, &l.n));
    (firm, y + l.lead * 2.0)
}

/// Every contribution on a line of its own, before the slips were simplified.
fn detailed(d: &mut Desk<'_, '_>) {
    let l = look(d, 7.8, 8.8, 32.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (coin, dates) = (Coin::random(&mut d.rng).bare(), Dates::random(&mut d.rng));
    let (period, end) = month(&mut d.rng, 1999);
    let title = d.rng.pick(&["BULLETIN DE PAIE", "BULLETIN DE SALAIRE", "Bulletin de paie"]);
    put_centre(d, w / 2.0, 44.0, 260.0, title, &l.h);
    let (_, y) = employer(d, &l, (x0, 64.0, 220.0));
    let urssaf =
        format!("URSSAF {} n° {}", d.rng.pick(&["Bretagne", "Midi-Pyrénées", "Île-de-France"]), d.rng.digits(10));
    put(d, x0, y, 220.0, &urssaf, &l.n);
    let who = Person::random(&mut d.rng);
    let mut lines = vec![who.titled(&mut d.rng)];
    lines.extend(Place::random(&mut d.rng).lines(&mut d.rng));
    beside(d, "period", w * 0.54, 0.0, 64.0, x1 - w * 0.54, ("Période :", &period), (&l.n, &l.b));
    let paid = format!("Paiement le {} par virement", dates.spell(end));
    put(d, w * 0.54, 64.0 + l.lead, x1 - w * 0.54, &paid, &l.n);
    stack(d, "", (w * 0.54, 64.0 + l.lead * 3.0, x1 - w * 0.54), &lines, &l.n, l.lead);
    let y = y + l.lead * 2.0;
    let rows = [
        ("", "Matricule", d.rng.digits(5)),
        ("nir", "N° Sécurité sociale", nir(&mut d.rng)),
        ("", "Entré(e) le", dates.spell((end.0 - d.rng.between(1, 12), 3, d.rng.between(1, 28)))),
    ];
    list(d, (x0, x0 + 90.0, 240.0), y, &rows, (&l.n, &l.n), l.lead);
    let rows = [
        ("", "Emploi", d.rng.pick(JOBS).to_owned()),
        ("", "Coefficient", d.rng.between(140, 450).to_string()),
        ("", "Convention collective", "Commerces de gros IDCC 573".to_owned()),
    ];
    list(d, (w * 0.5, w * 0.5 + 90.0, x1 - w * 0.5), y, &rows, (&l.n, &l.n), l.lead);
    let y = y + l.lead * 3.2;
    let (base, bonus) = (d.rng.between(140_000, 320_000), d.rng.between(2_000, 22_000));
    let gross = base + bonus;
    let line = |a: &str, b: String| vec![cell(a), cell(""), cell(""), cell(b), cell(""), cell("")];
    let hours = vec![
        cell("Salaire de base"),
        cell("151,67"),
        cell(coin.spell(base * 100 / 15_167)),
        cell(coin.spell(base)),
        cell(""),
        cell(""),
    ];
    let mut rows = vec![hours, line("Prime d'ancienneté", coin.spell(bonus))];
    let label = d.rng.pick(&["Salaire brut", "SALAIRE BRUT", "TOTAL BRUT", "Rémunération brute"]);
    rows.push(vec![cell(label), cell(""), cell(""), Cell("gross", coin.spell(gross)), cell(""), cell("")]);
    let (parts, held) = shares(
        coin,
        gross,
        &[
            ("Assurance maladie", 75, 1280),
            ("Assurance vieillesse plafonnée", 665, 830),
            ("Vieillesse déplafonnée", 10, 160),
            ("Allocations familiales", 0, 540),
            ("Accident du travail", 0, 210),
            ("Assurance chômage T1", 240, 400),
            ("Retraite complémentaire ARRCO", 300, 450),
            ("AGFF T1", 80, 120),
            ("Prévoyance", 45, 75),
            ("CSG déductible", 510, 0),
            ("CSG/CRDS non déductible", 290, 0),
        ],
    );
    rows.extend(parts);
    rows.push(line("Total des retenues", coin.spell(held)));
    let columns = [
        ("Rubrique", 0.32, 'l'),
        ("Base", 0.14, 'r'),
        ("Taux sal.", 0.1, 'r'),
        ("Montant sal.", 0.16, 'r'),
        ("Taux pat.", 0.11, 'r'),
        ("Part patronale", 0.17, 'r'),
    ];
    let grid = Grid { rows: false, ..Grid::FULL };
    let y = table(d, (x0, x1), y, &columns, rows, (&l.b, &l.n), l.lead * 1.2, grid) + l.lead;
    let net = gross - held;
    let columns = [
        ("Cumul brut", 0.2, 'r'),
        ("Cumul imposable", 0.2, 'r'),
        ("Net imposable", 0.2, 'r'),
        ("Congés acquis", 0.16, 'c'),
        ("NET À PAYER", 0.24, 'r'),
    ];
    let row = vec![
        cell(coin.spell(gross * end.1)),
        cell(coin.spell(net * end.1)),
        cell(coin.spell(net + gross * 29 / 1000)),
        cell("12,5 / 25"),
        Cell("net_pay", coin.euros().spell(net)),
    ];
    let y = table(d, (x0, x1), y, &columns, vec![row], (&l.s, &l.b), l.lead * 1.5, Grid::FULL) + l.lead * 1.5;
    let text = "Dans votre intérêt et pour vous aider à faire valoir vos droits, conservez ce bulletin de paie sans \
        limitation de durée.";
    put(d, x0, y, x1 - x0, text, &l.i);
}

/// Since 2018: grouped by risk, net before income tax, tax withheld at source, net paid.
fn simplified(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.0, 9.0, 34.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (coin, dates) = (Coin::random(&mut d.rng).bare(), Dates::random(&mut d.rng));
    let (period, end) = month(&mut d.rng, 2019);
    let (_, y) = employer(d, &l, (x0, 52.0, 220.0));
    let title = d.rng.pick(&["BULLETIN DE PAIE", "Bulletin de salaire", "BULLETIN DE SALAIRE"]);
    put_right(d, x1, 52.0, 220.0, title, &l.h);
    let label = d.rng.pick(&["Période de paie", "Période :", "Mois de paie :"]);
    beside(d, "period", w * 0.58, 0.0, 52.0 + l.lead * 1.6, x1 - w * 0.58, (label, &period), (&l.n, &l.b));
    let who = Person::random(&mut d.rng);
    let mut lines = vec![who.titled(&mut d.rng)];
    lines.extend(Place::random(&mut d.rng).lines(&mut d.rng));
    stack(d, "", (w * 0.58, 52.0 + l.lead * 4.0, x1 - w * 0.58), &lines, &l.n, l.lead);
    let y = y + l.lead * 1.5;
    let number = nir(&mut d.rng);
    let row = vec![
        cell(d.rng.digits(4)),
        Cell("nir", number),
        cell(d.rng.pick(JOBS)),
        cell(d.rng.pick(&["Non cadre", "Cadre", "Employé", "Ouvrier"])),
        cell(dates.spell((end.0 - d.rng.between(1, 9), 9, 1))),
    ];
    let columns = [
        ("Matricule", 0.12, 'c'),
        ("N° SS", 0.27, 'c'),
        ("Emploi", 0.27, 'c'),
        ("Statut", 0.16, 'c'),
        ("Ancienneté", 0.18, 'c'),
    ];
    let y = table(d, (x0, x1), y, &columns, vec![row], (&l.s, &l.n), l.lead * 1.4, Grid::FULL) + l.lead;
    let gross = d.rng.between(176_700, 480_000);
    let pay = cells(&["Salaire mensuel", "151,67", "", &coin.spell(gross), "", ""]);
    let mut rows = vec![pay];
    let label = d.rng.pick(&["Salaire brut", "Rémunération brute", "TOTAL BRUT"]);
    rows.push(vec![cell(label), cell(""), cell(""), Cell("gross", coin.spell(gross)), cell(""), cell("")]);
    let (parts, held) = shares(
        coin,
        gross,
        &[
            ("SANTÉ", 0, 0),
            ("Sécurité sociale - Maladie Maternité Invalidité", 0, 700),
            ("Complémentaire Santé", 90, 90),
            ("ACCIDENTS DU TRAVAIL - MALADIES PROF.", 0, 146),
            ("RETRAITE", 0, 0),
            ("Sécurité sociale plafonnée", 690, 855),
            ("Sécurité sociale déplafonnée", 40, 190),
            ("Complémentaire Tranche 1", 401, 601),
            ("FAMILLE", 0, 345),
            ("ASSURANCE CHÔMAGE", 0, 420),
            ("AUTRES CONTRIBUTIONS DUES PAR L'EMPLOYEUR", 0, 268),
            ("CSG déduct. de l'impôt sur le revenu", 668, 0),
            ("CSG/CRDS non déduct. de l'impôt sur le revenu", 285, 0),
        ],
    );
    rows.extend(parts);
    let columns = [
        ("Éléments de paie", 0.38, 'l'),
        ("Base", 0.13, 'r'),
        ("Taux", 0.09, 'r'),
        ("Part salarié", 0.15, 'r'),
        ("Taux emp.", 0.1, 'r'),
        ("Part employeur", 0.15, 'r'),
    ];
    let grid = Grid { rows: false, ..Grid::random(&mut d.rng) };
    let y = table(d, (x0, x1), y, &columns, rows, (&l.b, &l.n), l.lead * 1.22, grid) + l.lead * 1.5;
    let net = gross - held;
    let rate = d.rng.between(0, 118);
    let tax = net * rate / 1000;
    let euros = coin.euros();
    let first = d.rng.pick(&["Net à payer avant impôt sur le revenu", "NET À PAYER AVANT IMPÔT SUR LE REVENU"]);
    let last = d.rng.pick(&["Net payé", "NET PAYÉ EN EUROS", "Net à payer au salarié", "NET À PAYER"]);
    let line = |name: &'static str, a: &str, b: String, c: String| vec![cell(a), cell(b), Cell(name, c)];
    let rows = vec![
        line("net_before_tax", first, String::new(), euros.spell(net)),
        line(
            "",
            "dont évolution de la rémunération liée à la suppression des cotisations",
            String::new(),
            coin.spell(gross / 70),
        ),
        line("", "Montant net social", String::new(), coin.spell(net + 1_200)),
        line("", "Impôt sur le revenu prélevé à la source", format!("{},{} %", rate / 10, rate % 10), coin.spell(-tax)),
        line("net_pay", last, String::new(), euros.spell(net - tax)),
    ];
    let y = table(
        d,
        (x0, x1),
        y,
        &[("", 0.64, 'l'), ("", 0.14, 'r'), ("", 0.22, 'r')],
        rows,
        (&l.b, &l.b),
        l.lead * 1.5,
        Grid { tint: false, ..Grid::FULL },
    );
    let text = format!(
        "Congés N : acquis 14,58 - pris 5,00 - solde 9,58. Virement le {}. Total versé par l'employeur : {} €. Pour plus \
            d'informations : \
         www.service-public.fr, rubrique cotisations sociales. À conserver sans limitation de durée.",
        dates.spell(end),
        coin.spell(gross * 136 / 100)
    );
    prose(d, x0, y + l.lead * 1.4, x1 - x0, &text, &l.s);
}

/// The public service: indices, sums to pay and to deduct, the treasury's foot.
fn civil_servant(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.2, 9.2, 36.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let coin = Coin::random(&mut d.rng).bare();
    let (period, end) = month(&mut d.rng, 2004);
    let body = d.rng.pick(PUBLIC_BUYERS);
    put(d, x0, 50.0, 250.0, body, &l.b);
    let lines = Place::random(&mut d.rng).lines(&mut d.rng);
    let y = stack(d, "", (x0, 50.0 + l.lead, 230.0), &lines, &l.n, l.lead);
    let siren = codes::siren(&mut d.rng);
    let siret = codes::grouped(&codes::siret(&siren, &mut d.rng), &[3, 3, 3, 5]);
    let code = ape(&mut d.rng);
    beside(d, "employer_siret", x0, 0.0, y, 200.0, ("SIRET", &siret), (&l.s, &l.s));
    beside(d, "ape", x0, 0.0, y + l.lead, 200.0, ("APE", &code), (&l.s, &l.s));
    put_right(d, x1, 50.0, 210.0, "BULLETIN DE PAYE", &l.h);
    beside(d, "period", w * 0.6, 0.0, 50.0 + l.lead * 1.6, x1 - w * 0.6, ("MOIS DE", &period), (&l.n, &l.b));
    let who = Person::random(&mut d.rng);
    let mut lines = vec![who.titled(&mut d.rng)];
    lines.extend(Place::random(&mut d.rng).lines(&mut d.rng));
    stack(d, "", (w * 0.56, y + l.lead * 0.5, x1 - w * 0.56), &lines, &l.n, l.lead);
    let y = y + l.lead * 5.0;
    let number = nir(&mut d.rng);
    let grade =
        d.rng.pick(&["ADJOINT TECHNIQUE", "RÉDACTEUR PPAL 2E CL", "PROFESSEUR CERTIFIÉ", "INFIRMIÈRE CL. NORMALE"]);
    let row = vec![
        Cell("nir", number),
        cell(grade),
        cell(d.rng.between(1, 11).to_string()),
        cell(d.rng.between(320, 680).to_string()),
        cell(d.rng.pick(&["100 %", "80 %", "TC"])),
    ];
    let columns = [
        ("N° SÉCURITÉ SOCIALE", 0.3, 'c'),
        ("GRADE", 0.32, 'c'),
        ("ÉCHELON", 0.12, 'c'),
        ("INDICE", 0.13, 'c'),
        ("QUOTITÉ", 0.13, 'c'),
    ];
    let y = table(d, (x0, x1), y, &columns, vec![row], (&l.s, &l.n), l.lead * 1.4, Grid::FULL) + l.lead;
    let (basic, home, bonus) = (d.rng.between(150_000, 310_000), 2_290, d.rng.between(8_000, 45_000));
    let gross = basic + home + bonus;
    let held = [
        ("RETENUE PENSION CIVILE", basic * 111 / 1000),
        ("CSG NON DÉDUCTIBLE", gross * 24 / 1000),
        ("CSG DÉDUCTIBLE", gross * 68 / 1000),
        ("C.R.D.S.", gross * 5 / 1000),
        ("COT. SAL. RAFP", bonus / 20),
    ];
    let mut rows = Vec::new();
    for (i, (what, cents)) in
        [("TRAITEMENT BRUT", basic), ("INDEMNITÉ DE RÉSIDENCE", home), ("I.F.S.E.", bonus)].iter().enumerate()
    {
        rows.push(cells(&[&format!("{:06}", 101_000 + i * 50), what, &coin.spell(*cents), "", ""]));
    }
    for (what, cents) in held {
        rows.push(cells(&[&d.rng.digits(6), what, "", &coin.spell(cents), ""]));
    }
    rows.push(cells(&["403301", "COT. PAT. MALADIE DÉPLAFONNÉE", "", "", &coin.spell(gross * 97 / 1000)]));
    rows.push(cells(&["404001", "CONT. PAT. PENSION", "", "", &coin.spell(gross * 30 / 100)]));
    let total: i64 = held.iter().map(|h| h.1).sum();
    let columns = [
        ("CODE", 0.1, 'l'),
        ("ÉLÉMENTS", 0.42, 'l'),
        ("À PAYER", 0.16, 'r'),
        ("À DÉDUIRE", 0.16, 'r'),
        ("POUR INFORMATION", 0.16, 'r'),
    ];
    let grid = Grid { rows: false, ..Grid::FULL };
    let y = table(d, (x0, x1), y, &columns, rows, (&l.b, &l.n), l.lead * 1.35, grid) + l.lead * 1.6;
    beside(d, "gross", x0, x0 + 130.0, y, 240.0, ("TOTAL BRUT DU MOIS", &coin.spell(gross)), (&l.n, &l.n));
    beside(d, "", x0, x0 + 130.0, y + l.lead, 240.0, ("TOTAL À DÉDUIRE", &coin.spell(total)), (&l.n, &l.n));
    d.c.frame(w * 0.56, y - l.lead * 1.2, x1, y + l.lead * 1.4, 1.0);
    beside(
        d,
        "net_pay",
        w * 0.56 + 8.0,
        w * 0.76,
        y,
        x1 - w * 0.56 - 16.0,
        ("NET À PAYER", &coin.euros().spell(gross - total)),
        (&l.b, &l.h),
    );
    let y = y + l.lead * 3.4;
    let text = format!(
        "Comptable assignataire : DDFIP {} - Viré le {:02}/{:02}/{} au compte dont vous avez donné les références. Ce \
            document ne peut être \
         réédité.",
        d.rng.digits(3),
        end.2,
        end.1,
        end.0
    );
    prose(d, x0, y, x1 - x0, &text, &l.s);
}

/// Who employs at home: the cheque-employment service's slip.
fn at_home(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.2, 10.6, 50.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let coin = Coin::random(&mut d.rng).euros();
    let (period, end) = month(&mut d.rng, 2008);
    let place = d.rng.pick(&["Centre national du Cesu", "Centre national Pajemploi"]);
    put(d, x0, 62.0, 200.0, place, &l.b);
    put_centre(d, w / 2.0, 104.0, 400.0, "BULLETIN DE SALAIRE", &l.h);
    put_centre(
        d,
        w / 2.0,
        104.0 + l.lead * 1.4,
        420.0,
        "Articles L. 1271-1 et L. 133-8 du code du travail et de la sécurité sociale",
        &l.s,
    );
    let (boss, who) = (Person::random(&mut d.rng), Person::random(&mut d.rng));
    let y = 160.0;
    for (x, head, person) in [(x0, "EMPLOYEUR", &boss), (w * 0.54, "SALARIÉ(E)", &who)] {
        put(d, x, y, 200.0, head, &l.b);
        let mut lines = vec![person.titled(&mut d.rng)];
        lines.extend(Place::random(&mut d.rng).lines(&mut d.rng));
        stack(d, "", (x, y + l.lead * 1.3, 200.0), &lines, &l.n, l.lead);
    }
    let number = format!("Z{} {}", d.rng.digits(4), d.rng.digits(7));
    put(d, x0, y + l.lead * 6.0, 200.0, &format!("N° employeur : {number}"), &l.n);
    let code = nir(&mut d.rng);
    beside(d, "nir", w * 0.54, 0.0, y + l.lead * 6.0, x1 - w * 0.54, ("N° SS :", &code), (&l.n, &l.n));
    let y = y + l.lead * 8.5;
    let label = d.rng.pick(&["Période d'emploi", "Période :", "Mois :"]);
    put(d, x0, y, 120.0, label, &l.n);
    set(d, "period", x0 + 130.0, y, 240.0, &period, &l.b);
    let (hours, rate) = (d.rng.between(8, 140), d.rng.between(900, 1_650));
    let net = hours * rate;
    let gross = net * 128 / 100;
    let rows = [
        ("", "Nombre d'heures effectuées", hours.to_string()),
        ("", "Salaire horaire net", coin.spell(rate)),
        ("", "dont indemnité congés payés (10 %)", coin.spell(net / 11)),
        ("gross", d.rng.pick(&["Salaire brut", "Total salaire brut"]), coin.spell(gross)),
        ("", "Total des retenues salariales", coin.spell(gross - net)),
    ];
    let y = list(d, (x0, x0 + 220.0, x1 - x0), y + l.lead * 1.5, &rows, (&l.n, &l.n), l.lead * 1.4);
    let (before, after) =
        d.rng.choose(&[("Net à payer avant impôt", "Net à payer"), ("Salaire net avant impôt", "Net payé")]);
    let tax = if end.0 >= 2020 && d.rng.chance(0.5) { net * 6 / 1000 } else { 0 };
    let rows = [
        ("net_before_tax", before, coin.spell(net)),
        ("", "Prélèvement à la source", coin.spell(-tax)),
        ("net_pay", after, coin.spell(net - tax)),
    ];
    let rows = if end.0 >= 2020 { &rows[..] } else { &rows[2..] };
    let y = list(d, (x0, x0 + 220.0, x1 - x0), y + l.lead * 0.5, rows, (&l.b, &l.b), l.lead * 1.4);
    let row = cells(&[&coin.spell(gross), "13,00 %", &coin.spell(gross * 13 / 100), &coin.spell(gross * 9 / 100)]);
    let columns = [
        ("Base cotisations", 0.25, 'r'),
        ("Taux URSSAF", 0.25, 'r'),
        ("Vieillesse", 0.25, 'r'),
        ("Retraite et prévoyance IRCEM", 0.25, 'r'),
    ];
    let y = table(d, (x0, x1), y + l.lead, &columns, vec![row], (&l.s, &l.s), l.lead * 1.4, Grid::FULL) + l.lead * 1.6;
    let text = "Ce bulletin est établi à partir des éléments communiqués par l'employeur. En cas d'erreur, adressez-vous \
        à lui. À conserver par \
        le salarié sans limitation de durée.";
    prose(d, x0, y, x1 - x0, text, &l.s);
    foot(
        d,
        &["Les données font l'objet d'un traitement par les Urssaf (loi n° 78-17 du 6 janvier 1978).".to_owned()],
        &l.t,
    );
}
