//! Payslips: the long table of contributions of payroll software, and the clarified slip in families of contributions.

use super::Page;
use super::stationery::{
    C, Citizen, Firm, Grid, L, Look, R, address, bare, cells, emblem, foot, grid, heavy, kv, later, one, put, roman,
    row, slanted, slashed, text, with_sign,
};
use super::trade::seller;
use crate::pages::desk::Desk;
use crate::text::codes::{capitalised, grouped};
use crate::text::{capitals, words};

pub(super) const PAGES: &[Page] = &[Page::a4("bulletin_salaire", slip)];

struct Pay {
    who: Citizen,
    firm: Firm,
    nir: String,
    period: String,
    first: (i64, i64, i64),
    last: (i64, i64, i64),
    job: &'static str,
    /// Salary, bonus.
    parts: (u64, u64),
}

/// Contributions: family, label, employee's rate and employer's rate in hundred-thousandths, whether on nearly all of gross.
const CONTRIBUTIONS: &[(&str, &str, u64, u64)] = &[
    ("SANTÉ", "Sécurité sociale - Maladie maternité invalidité décès", 0, 7000),
    ("SANTÉ", "Complémentaire incapacité invalidité décès", 0, 1500),
    ("SANTÉ", "Complémentaire santé", 950, 950),
    ("ACCIDENTS DU TRAVAIL - MALADIES PROFESSIONNELLES", "Accidents du travail", 0, 1380),
    ("RETRAITE", "Sécurité sociale plafonnée", 6900, 8550),
    ("RETRAITE", "Sécurité sociale déplafonnée", 400, 1900),
    ("RETRAITE", "Complémentaire tranche 1", 4010, 6010),
    ("FAMILLE", "Allocations familiales", 0, 3450),
    ("ASSURANCE CHÔMAGE", "Chômage et AGS", 0, 4200),
    ("AUTRES CONTRIBUTIONS", "Autres contributions dues par l'employeur", 0, 1696),
];

fn slip(d: &mut Desk<'_, '_>) {
    let who = Citizen::random(&mut d.rng);
    let firm = seller(&mut d.rng).1;
    let (year, month) = (d.rng.between(2015, 2026), d.rng.between(1, 12));
    let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][(month - 1) as usize];
    let (first, last) = ((year, month, 1), (year, month, days));
    let name = words::MONTHS[(month - 1) as usize];
    let period = match d.rng.below(5) {
        0 => format!("{} {year}", capitalised(name)),
        1 => format!("{name} {year}"),
        2 => format!("du {} au {}", slashed(first), slashed(last)),
        3 => format!("{month:02}/{year}"),
        _ => capitals(&format!("{name} {year}"), true),
    };
    let nir = who.nir(&mut d.rng);
    let nir = match d.rng.below(3) {
        0 => nir,
        1 => grouped(&nir, &[1, 2, 2, 2, 3, 3, 2]),
        _ => format!("{} {}", &nir[..13], &nir[13..]),
    };
    let job = one(
        d,
        &[
            "Technicien de maintenance", "Assistante de gestion", "Vendeur", "Comptable", "Ouvrier paysagiste",
            "Chef d'équipe", "Secrétaire",
        ],
    );
    let salary = d.rng.between(165_000, 390_000) as u64;
    let bonus = d.rng.choose(&[0, salary / 20, 8000]);
    let pay = Pay { who, firm, nir, period, first, last, job, parts: (salary, bonus) };
    if d.rng.chance(0.5) { ruled(d, &pay) } else { clear(d, &pay) }
}

/// A share of a sum, the rate in hundred-thousandths.
fn share(cents: u64, rate: u64) -> u64 {
    (cents * rate + 50_000) / 100_000
}

fn rate_of(rate: u64) -> String {
    if rate == 0 { String::new() } else { format!("{},{:03}", rate / 1000, rate % 1000) }
}

fn money(cents: u64) -> String {
    if cents == 0 { String::new() } else { bare(cents) }
}

struct Sums {
    gross: u64,
    rows: Vec<Vec<String>>,
    taken: u64,
    paid: u64,
    csg: (u64, u64, u64),
}

fn sums(p: &Pay, families: bool) -> Sums {
    let gross = p.parts.0 + p.parts.1;
    let mut rows: Vec<Vec<String>> = Vec::new();
    let (mut taken, mut paid, mut family) = (0, 0, "");
    for (kind, label, mine, theirs) in CONTRIBUTIONS {
        if families && *kind != family {
            family = kind;
            rows.push([vec![(*kind).to_owned()], vec![String::new(); 5]].concat());
        }
        let (a, b) = (share(gross, *mine), share(gross, *theirs));
        (taken, paid) = (taken + a, paid + b);
        let label = if families { format!("   {label}") } else { (*label).to_owned() };
        rows.push(vec![label, bare(gross), rate_of(*mine), money(a), rate_of(*theirs), money(b)]);
    }
    let base = gross * 9825 / 10_000;
    let (c1, c2) = (share(base, 6800), share(base, 2900));
    rows.push(vec![
        "CSG déductible de l'impôt sur le revenu".to_owned(),
        bare(base),
        rate_of(6800),
        bare(c1),
        String::new(),
        String::new(),
    ]);
    rows.push(vec![
        "CSG/CRDS non déductible".to_owned(),
        bare(base),
        rate_of(2900),
        bare(c2),
        String::new(),
        String::new(),
    ]);
    Sums { gross, rows, taken: taken + c1 + c2, paid, csg: (base, c1, c2) }
}

fn ruled(d: &mut Desk<'_, '_>, p: &Pay) {
    let s = d.rng.range(7.8, 8.6);
    let (x0, x1, w) = (28.0, d.c.width - 28.0, d.c.width);
    let (t, small) = (roman(d, s), roman(d, s - 0.8));
    put(
        "",
        (x0, 38.0, x1 - x0),
        one(d, &["BULLETIN DE PAIE", "BULLETIN DE SALAIRE", "Bulletin de paie"]),
        &heavy(d, 14.0),
        C,
        d,
    );
    let half = (x1 - x0) / 2.0;
    d.c.frame(x0, 48.0, x0 + half - 6.0, 142.0, 0.6);
    d.c.frame(x0 + half + 6.0, 48.0, x1, 142.0, 0.6);
    address("", (x0 + 6.0, 62.0, half - 18.0), &p.firm.block(), &t, d);
    let mut y = 62.0 + s * 4.4;
    kv(
        "employer_siret",
        (x0 + 6.0, x0 + 60.0, y),
        one(d, &["Siret :", "SIRET", "N° Siret :"]),
        &p.firm.siret,
        (&small, &t),
        d,
    );
    y += s * 1.4;
    kv(
        "ape",
        (x0 + 6.0, x0 + 60.0, y),
        one(d, &["Code APE :", "APE", "Code NAF :", "NAF/APE :"]),
        &p.firm.ape,
        (&small, &t),
        d,
    );
    y += s * 1.4;
    kv(
        "",
        (x0 + 6.0, x0 + 60.0, y),
        "Urssaf :",
        &format!("URSSAF {} n° {}", p.firm.town, &p.firm.siren),
        (&small, &t),
        d,
    );
    let l = x0 + half + 14.0;
    let mut y = 62.0;
    kv(
        "period",
        (l, l + 64.0, y),
        one(d, &["Période :", "Paie de :", "Mois :", "Période de paie :"]),
        &p.period,
        (&small, &heavy(d, s)),
        d,
    );
    y += s * 1.5;
    for (label, value) in [
        ("Matricule :", format!("{:05}", d.rng.between(1, 2400))),
        ("Emploi :", p.job.to_owned()),
        ("Entrée le :", slashed((p.first.0 - d.rng.between(1, 3), d.rng.between(1, 12), d.rng.between(1, 28)))),
    ] {
        kv("", (l, l + 64.0, y), label, &value, (&small, &t), d);
        y += s * 1.5;
    }
    kv(
        "nir",
        (l, l + 64.0, y),
        one(d, &["N° Sécurité sociale :", "N° SS :", "N° INSEE :", "Séc. soc. :"]),
        &p.nir,
        (&small, &t),
        d,
    );
    y += s * 1.5;
    kv("", (l, l + 64.0, y), "Convention :", "collective nationale de la branche", (&small, &t), d);
    address("", (w * 0.54, 166.0, 210.0), &p.who.block(), &roman(d, s + 1.4), d);
    let f = sums(p, false);
    let full = x1 - x0;
    let columns = [
        (full * 0.40, L, one(d, &["Rubriques", "Désignation", "Éléments de paie", "Libellé"]), ""),
        (full * 0.13, R, one(d, &["Base", "Nombre ou base"]), ""),
        (full * 0.10, R, one(d, &["Taux", "Taux sal."]), ""),
        (full * 0.13, R, one(d, &["Montant salarié", "Part salarié", "Gain / retenue"]), ""),
        (full * 0.10, R, one(d, &["Taux pat.", "Taux empl."]), ""),
        (full * 0.14, R, one(d, &["Part employeur", "Charges patronales"]), ""),
    ];
    let none = String::new;
    let hourly = bare(p.parts.0 * 100 / 15_167);
    let mut rows =
        vec![vec!["Salaire de base".to_owned(), "151,67".to_owned(), hourly, bare(p.parts.0), none(), none()]];
    if p.parts.1 > 0 {
        rows.push(vec!["Prime d'ancienneté".to_owned(), none(), none(), bare(p.parts.1), none(), none()]);
    }
    let look = d.rng.choose(&[Look::Columns, Look::Striped, Look::Columns]);
    let pitch = s * 1.7;
    let y = grid(&Grid { x: x0, columns: &columns, look, size: s, pitch }, 220.0, 0.0, &rows, d);
    let label = one(d, &["SALAIRE BRUT", "TOTAL BRUT", "Rémunération brute", "Salaire brut"]);
    let heading = heavy(d, s + 0.4);
    row(
        y + 12.0,
        &heading,
        &[("", x0 + 3.0, full * 0.4, L, label), ("gross", x0 + full * 0.53, full * 0.23 - 3.0, R, &bare(f.gross))],
        d,
    );
    let plain: Vec<(f32, crate::pages::compose::Align, &str, &'static str)> =
        columns.iter().map(|c| (c.0, c.1, "", "")).collect();
    let y = grid(&Grid { x: x0, columns: &plain, look, size: s, pitch }, y + 18.0, 0.0, &f.rows, d);
    let total = bare(f.taken);
    row(
        y + 12.0,
        &heading,
        &[
            ("", x0 + 3.0, full * 0.4, L, one(d, &["TOTAL DES RETENUES", "Total des cotisations et contributions"])),
            ("", x0 + full * 0.63, full * 0.13 - 3.0, R, &total),
            ("", x0 + full * 0.86, full * 0.14 - 3.0, R, &bare(f.paid)),
        ],
        d,
    );
    let before = f.gross - f.taken;
    let rate = d.rng.between(0, 84) as u64 * 100;
    let taxable = before + f.csg.2;
    let held = share(taxable, rate);
    let mut y = y + 30.0;
    for (label, value) in [("Net à payer avant impôt sur le revenu", bare(before)), ("Net imposable", bare(taxable))]
    {
        row(y, &t, &[("", x0 + 3.0, full * 0.5, L, label), ("", x0 + full * 0.63, full * 0.13 - 3.0, R, &value)], d);
        y += pitch;
    }
    let label = format!("Impôt sur le revenu prélevé à la source - taux {},{} %", rate / 1000, rate % 1000 / 100);
    row(y, &t, &[("", x0 + 3.0, full * 0.5, L, &label), ("", x0 + full * 0.63, full * 0.13 - 3.0, R, &bare(held))], d);
    y += 14.0;
    d.c.frame(x1 - 220.0, y, x1, y + 26.0, 1.2);
    row(
        y + 17.0,
        &heavy(d, s + 3.0),
        &[
            ("", x1 - 212.0, 110.0, L, one(d, &["NET À PAYER", "Net à payer", "NET PAYÉ", "Net payé en euros"])),
            ("net_pay", x1 - 100.0, 92.0, R, &bare(before - held)),
        ],
        d,
    );
    let paid = slashed(p.last);
    put("", (x0, y + 12.0, 220.0), &format!("Payé le {paid} par virement"), &t, L, d);
    let u = full / 6.0;
    let worth = |v: u64| format!("{},{:02}", v / 100, v % 100);
    let (months, left) = (p.last.1 as u64, d.rng.between(200, 2400) as u64);
    let items = [
        (u, "Congés acquis", "", worth(months * 208)),
        (u, "Congés pris", "", worth(500)),
        (u, "Solde congés", "", worth(left)),
        (u, "Cumul brut", "", bare(f.gross * months)),
        (u, "Cumul imposable", "", bare(taxable * months)),
        (u, "Cumul heures", "", worth(15_167 * months)),
    ];
    let items: Vec<(f32, &str, &'static str, &str)> = items.iter().map(|i| (i.0, i.1, i.2, i.3.as_str())).collect();
    cells((x0, y + 40.0, 32.0), &items, s - 0.4, d);
    let at = d.c.height - 28.0;
    foot(at, &["Pour faire valoir vos droits, conservez ce bulletin de paie sans limitation de durée. Pour la définition des termes : www.service-public.fr".to_owned()], 6.8, &[], d);
}

fn clear(d: &mut Desk<'_, '_>, p: &Pay) {
    let s = d.rng.range(8.0, 8.8);
    let (x0, x1, w) = (36.0, d.c.width - 36.0, d.c.width);
    let (t, small, bold) = (roman(d, s), roman(d, s - 0.8), heavy(d, s));
    emblem(x0, 26.0, 36.0, d);
    address("", (x0 + 46.0, 38.0, 200.0), &p.firm.block(), &t, d);
    let ids = format!("{} {}", one(d, &["SIRET", "Siret :", "N° SIRET :"]), p.firm.siret);
    super::stationery::line((x0 + 46.0, 38.0 + s * 4.0), &ids, &small, &[("employer_siret", &p.firm.siret)], d);
    let ids = format!("{} {}", one(d, &["APE", "Code NAF :", "NAF"]), p.firm.ape);
    super::stationery::line((x0 + 46.0, 38.0 + s * 5.3), &ids, &small, &[("ape", &p.firm.ape)], d);
    put(
        "",
        (w * 0.5, 40.0, x1 - w * 0.5),
        one(d, &["BULLETIN DE PAIE", "Bulletin de salaire", "BULLETIN DE PAYE CLARIFIÉ"]),
        &heavy(d, 13.0),
        R,
        d,
    );
    kv("period", (w * 0.68, 0.0, 56.0), one(d, &["Période", "Période :", "Mois de paie :"]), &p.period, (&t, &bold), d);
    d.rule(x0, 96.0, x1, 96.0, 0.8);
    let mut y = 112.0;
    let items: [(&str, &'static str, String); 5] = [
        (one(d, &["N° de sécurité sociale", "N° Sécu", "Numéro SS"]), "nir", p.nir.clone()),
        ("Emploi", "", p.job.to_owned()),
        ("Statut", "", one(d, &["Employé", "Ouvrier", "ETAM", "Cadre"]).to_owned()),
        ("Horaire mensuel", "", "151,67".to_owned()),
        ("Coefficient", "", format!("{}", d.rng.between(14, 40) * 10)),
    ];
    for (label, field, value) in &items {
        kv(field, (x0, x0 + 100.0, y), label, value, (&small, &t), d);
        y += s * 1.5;
    }
    address("", (w * 0.54, 122.0, 200.0), &p.who.block(), &roman(d, s + 1.6), d);
    let f = sums(p, true);
    let full = x1 - x0;
    let pay = [
        (full * 0.55, L, "Éléments de rémunération", ""),
        (full * 0.15, R, "Base", ""),
        (full * 0.12, R, "Taux horaire", ""),
        (full * 0.18, R, "À payer", ""),
    ];
    let hourly = p.parts.0 * 100 / 15_167;
    let mut rows = vec![vec!["Salaire de base".to_owned(), "151,67".to_owned(), bare(hourly), bare(p.parts.0)]];
    if p.parts.1 > 0 {
        rows.push(vec!["Prime exceptionnelle".to_owned(), String::new(), String::new(), bare(p.parts.1)]);
    }
    let pitch = s * 1.62;
    let y = grid(&Grid { x: x0, columns: &pay, look: Look::Bare, size: s, pitch }, 194.0, 0.0, &rows, d);
    d.c.fill(x0, y + 2.0, x1, y + 17.0, 224);
    row(
        y + 12.5,
        &heavy(d, s + 0.6),
        &[
            ("", x0 + 3.0, 250.0, L, one(d, &["Salaire brut", "TOTAL BRUT", "Rémunération brute"])),
            ("gross", x1 - 110.0, 107.0, R, &bare(f.gross)),
        ],
        d,
    );
    let columns = [
        (full * 0.44, L, "Cotisations et contributions sociales", ""),
        (full * 0.13, R, "Base", ""),
        (full * 0.09, R, "Taux", ""),
        (full * 0.12, R, "Salarié", ""),
        (full * 0.09, R, "Taux", ""),
        (full * 0.13, R, "Employeur", ""),
    ];
    let y = grid(&Grid { x: x0, columns: &columns, look: Look::Bare, size: s - 0.3, pitch }, y + 22.0, 0.0, &f.rows, d);
    d.rule(x0, y + 2.0, x1, y + 2.0, 0.5);
    row(
        y + 13.0,
        &bold,
        &[
            ("", x0 + 3.0, 220.0, L, "Total des cotisations et contributions"),
            ("", x0 + full * 0.66, full * 0.12 - 3.0, R, &bare(f.taken)),
            ("", x0 + full * 0.87, full * 0.13 - 3.0, R, &bare(f.paid)),
        ],
        d,
    );
    let before = f.gross - f.taken;
    let rate = d.rng.between(0, 79) as u64 * 100;
    let held = share(before + f.csg.2, rate);
    let mut y = y + 32.0;
    row(
        y,
        &heavy(d, s + 1.4),
        &[("", x0 + 3.0, 260.0, L, "NET À PAYER AVANT IMPÔT SUR LE REVENU"), ("", x1 - 110.0, 107.0, R, &bare(before))],
        d,
    );
    y += pitch * 1.2;
    put(
        "",
        (x0 + 3.0, y, 300.0),
        "dont évolution de la rémunération liée à la suppression des cotisations chômage et maladie",
        &slanted(d, s - 1.0),
        L,
        d,
    );
    y += pitch * 1.2;
    let label = format!("Impôt sur le revenu prélevé à la source (taux {},{} %)", rate / 1000, rate % 1000 / 100);
    row(y, &t, &[("", x0 + 3.0, 300.0, L, &label), ("", x1 - 110.0, 107.0, R, &bare(held))], d);
    y += 12.0;
    d.c.fill(x0, y, x1, y + 24.0, 214);
    row(
        y + 16.0,
        &heavy(d, s + 3.0),
        &[
            (
                "",
                x0 + 6.0,
                240.0,
                L,
                one(d, &["Net payé", "NET À PAYER", "Net à payer au salarié", "Net payé en euros"]),
            ),
            ("net_pay", x1 - 130.0, 124.0, R, &with_sign(before - held)),
        ],
        d,
    );
    y += 40.0;
    let small_rows = [
        ("Allègement de cotisations employeur", bare(f.paid / 9)),
        ("Total versé par l'employeur", bare(f.gross + f.paid)),
        ("Montant net social", bare(before)),
    ];
    for (label, value) in &small_rows {
        row(y, &small, &[("", x0 + 3.0, 220.0, L, label), ("", x0 + 200.0, 90.0, R, value)], d);
        y += pitch;
    }
    put(
        "",
        (w * 0.64, y - pitch * 3.0, 170.0),
        &format!("Virement effectué le {}", slashed(later(p.last, 1))),
        &t,
        L,
        d,
    );
    put(
        "",
        (w * 0.64, y - pitch * 2.0, 170.0),
        &format!("Congés N : acquis {},50 - pris 0,00 - solde {},50", p.last.1 * 2, p.last.1 * 2),
        &small,
        L,
        d,
    );
    let low = d.c.height - 42.0;
    text(
        (x0, low, full),
        "Dans votre intérêt et pour vous aider à faire valoir vos droits, conservez ce bulletin de paie sans limitation de durée. Rubrique dédiée au bulletin de paie sur le \
        portail www.service-public.fr.",
        &roman(d, 6.8),
        false,
        d,
    );
}
