//! Statements of account: columns of debit and credit, or signed amounts under a summary.

use super::Page;
use super::accounts::{BANKS, holder};
use super::stationery::{
    C, Citizen, Grid, L, Look, R, address, bare, cells, emblem, foot, grid, heavy, kv, later, one, phone, put, roman,
    row, slashed, text,
};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{figures, sum, written};
use crate::text::codes::{Account, grouped, thousands};
use crate::text::{bic, capitals, street};

pub(super) const PAGES: &[Page] = &[Page::a4("releve_compte", statement)];

const OUT: &[(&str, u64, u64)] = &[
    ("PRLV SEPA EDF CLIENTS PARTICULIERS", 4200, 15_800),
    ("CARTE {} CARREFOUR MARKET", 900, 14_200),
    ("CARTE {} SNCF INTERNET", 1900, 12_400),
    ("CARTE {} TOTALENERGIES RELAIS", 2500, 8900),
    ("RETRAIT DAB {} AGENCE CENTRE", 2000, 20_000),
    ("PRLV SEPA FREE MOBILE", 799, 2999),
    ("VIR SEPA LOYER", 42_000, 98_000),
    ("CHEQUE N° 4471{}", 2500, 36_000),
    ("PRLV SEPA MAIF ASSURANCE HABITATION", 1500, 4900),
    ("PRLV SEPA DIRECTION GENERALE DES FINANCES PUBLIQUES", 5000, 41_000),
    ("CARTE {} BOULANGERIE PAUL", 250, 1900),
    ("COTISATION OFFRE GROUPEE", 650, 980),
    ("CARTE {} AMAZON PAYMENTS", 1100, 15_900),
    ("CARTE {} PHARMACIE DES HALLES", 600, 5400),
    ("ECHEANCE PRET 00060{}", 24_000, 86_000),
];

const IN: &[(&str, u64, u64)] = &[
    ("VIR SEPA RECU SALAIRE", 142_000, 318_000),
    ("VIR C.A.F. PRESTATIONS", 9000, 46_000),
    ("VIR CPAM REMBOURSEMENT SOINS", 700, 8900),
    ("REMISE CHEQUES", 3000, 42_000),
];

struct Movement {
    day: crate::pages::layouts::facts::Day,
    what: String,
    cents: u64,
    credit: bool,
}

fn statement(d: &mut Desk<'_, '_>) {
    let who = Citizen::random(&mut d.rng);
    let (year, month) = (d.rng.between(2012, 2026), d.rng.between(1, 12));
    let mut day = (year, month, 1);
    let count = d.rng.between(12, 22);
    let mut list = Vec::new();
    for i in 0..count {
        let step = i64::from(d.rng.chance(0.75));
        day = if day.2 + step > 28 { day } else { (day.0, day.1, day.2 + step) };
        let credit = i == 1 || d.rng.chance(0.16);
        let (what, low, high) = d.rng.choose(if credit { IN } else { OUT });
        let cents = d.rng.between(low as i64, high as i64) as u64;
        list.push(Movement { day, what: what.replace("{}", &format!("{:02}{:02}", day.2, day.1)), cents, credit });
    }
    let plus: u64 = list.iter().filter(|m| m.credit).map(|m| m.cents).sum();
    let minus: u64 = list.iter().filter(|m| !m.credit).map(|m| m.cents).sum();
    // What was there before keeps the account in credit nearly always.
    let before = d.rng.between(20_000, 400_000) as u64 + minus.saturating_sub(plus);
    let facts = Facts { list, plus, minus, before, after: before + plus - minus, year, month };
    if d.rng.chance(0.5) { columns(d, &who, &facts) } else { signed(d, &who, &facts) }
}

struct Facts {
    list: Vec<Movement>,
    plus: u64,
    minus: u64,
    before: u64,
    after: u64,
    year: i64,
    month: i64,
}

fn columns(d: &mut Desk<'_, '_>, who: &Citizen, f: &Facts) {
    let s = d.rng.range(7.8, 8.8);
    let (x0, x1) = (34.0, d.c.width - 34.0);
    let (t, small) = (roman(d, s), roman(d, s - 0.8));
    let (bank, name) = (one(d, BANKS), holder(d, who));
    let account = Account::random(&mut d.rng);
    emblem(x0, 26.0, 36.0, d);
    put("", (x0 + 46.0, 46.0, 220.0), bank, &heavy(d, 13.0), L, d);
    let lines =
        [street(&mut d.rng), who.home[1].clone(), format!("Tél. {} (appel non surtaxé)", phone(&mut d.rng, "09"))];
    address("", (x0, 80.0, 200.0), &lines, &small, d);
    let title = one(d, &["RELEVÉ DE COMPTE", "Relevé de compte", "EXTRAIT DE COMPTE", "RELEVÉ DE COMPTE DE DÉPÔT"]);
    put("", (x1 - 240.0, 46.0, 240.0), title, &heavy(d, 13.0), R, d);
    let last = later((f.year, f.month, 28), 2);
    let shown = one(d, &["Situation de votre compte au", "Arrêté au", "Opérations au"]);
    put("", (x1 - 240.0, 62.0, 240.0), &format!("{shown} {}", written(last)), &t, R, d);
    address("", (x1 - 230.0, 112.0, 230.0), &[vec![name.clone()], who.home.clone()].concat(), &roman(d, s + 1.4), d);
    let iban = grouped(&account.iban(), &[4]);
    let mut y = 180.0;
    let since = one(d, &["Compte chèques n°", "COMPTE DE DÉPÔT N°", "Compte courant particulier n°"]);
    put("", (x0, y, 300.0), &format!("{since} {}", account.number), &heavy(d, s + 1.0), L, d);
    y += 14.0;
    kv("iban", (x0, 0.0, y), one(d, &["IBAN :", "IBAN", "Identifiant international (IBAN) :"]), &iban, (&t, &t), d);
    kv("", (x0 + 320.0, 0.0, y), "BIC :", &bic(&mut d.rng), (&t, &t), d);
    let w = x1 - x0;
    let heads = [
        (w * 0.10, C, "Date", ""),
        (w * 0.10, C, one(d, &["Valeur", "Date valeur"]), ""),
        (w * 0.50, L, one(d, &["Libellé", "Nature des opérations", "Opération"]), ""),
        (w * 0.15, R, one(d, &["Débit", "Débit (€)", "DÉBIT EUROS"]), ""),
        (w * 0.15, R, one(d, &["Crédit", "Crédit (€)", "CRÉDIT EUROS"]), ""),
    ];
    let blank = String::new;
    let mut rows: Vec<Vec<String>> = Vec::new();
    let first = figures((f.year, f.month, 1), ".");
    let opening = one(d, &["ANCIEN SOLDE AU", "Solde créditeur au", "SOLDE PRÉCÉDENT AU"]);
    rows.push(vec![blank(), blank(), format!("{opening} {first}"), blank(), bare(f.before)]);
    for m in &f.list {
        let short = |day: (i64, i64, i64)| format!("{:02}.{:02}", day.2, day.1);
        let (out, into) = if m.credit { (blank(), bare(m.cents)) } else { (bare(m.cents), blank()) };
        rows.push(vec![short(m.day), short(later(m.day, 1)), m.what.clone(), out, into]);
    }
    rows.push(vec![
        blank(),
        blank(),
        one(d, &["TOTAL DES MOUVEMENTS", "Totaux des opérations"]).to_owned(),
        bare(f.minus),
        bare(f.plus),
    ]);
    let look = d.rng.choose(&[Look::Columns, Look::Striped, Look::Boxed]);
    let pitch = ((d.c.height - 360.0) / (rows.len() as f32 + 2.0)).clamp(12.0, 17.0);
    y = grid(&Grid { x: x0, columns: &heads, look, size: s, pitch }, y + 12.0, 0.0, &rows, d) + 4.0;
    d.c.fill(x0, y, x1, y + 20.0, 222);
    let closing =
        one(d, &["NOUVEAU SOLDE CRÉDITEUR AU", "Solde créditeur au", "NOUVEAU SOLDE AU", "Solde en fin de période au"]);
    let label = format!("{closing} {}", figures(last, "."));
    row(
        y + 13.5,
        &heavy(d, s + 0.8),
        &[("", x0 + w * 0.2, w * 0.5, L, &label), ("balance", x1 - 110.0, 107.0, R, &bare(f.after))],
        d,
    );
    let note = "Sauf erreur ou omission. Les opérations contestées doivent être signalées dans un délai de treize mois. Garantie des dépôts : \
                votre compte est couvert par le Fonds de garantie des dépôts et de résolution à hauteur de 100 000 euros. Taux nominal annuel \
                du découvert en vigueur : 15,60 %. Montant de l'autorisation de découvert : 500 euros.";
    let low = d.c.height - 58.0;
    text((x0, low, w), note, &roman(d, 6.6), true, d);
    put("", (x0, d.c.height - 20.0, w), &format!("{bank} - Page 1 / 1"), &roman(d, 6.6), R, d);
}

fn signed(d: &mut Desk<'_, '_>, who: &Citizen, f: &Facts) {
    let s = d.rng.range(8.4, 9.4);
    let (x0, x1) = (48.0, d.c.width - 48.0);
    let (t, bold) = (roman(d, s), heavy(d, s));
    let (bank, name) = (one(d, BANKS), holder(d, who));
    let account = Account::random(&mut d.rng);
    let last = later((f.year, f.month, 28), 2);
    put("", (x0, 54.0, 260.0), bank, &heavy(d, 16.0), L, d);
    put(
        "",
        (x0, 72.0, 260.0),
        one(d, &["Votre relevé de compte", "Relevé mensuel", "Relevé de vos comptes"]),
        &roman(d, 11.0),
        L,
        d,
    );
    address("", (x0, 112.0, 220.0), &[vec![capitals(&name, false)], who.home.clone()].concat(), &t, d);
    let period = format!("Période du {} au {}", slashed((f.year, f.month, 1)), slashed(last));
    put("", (x1 - 220.0, 112.0, 220.0), &period, &t, R, d);
    kv(
        "iban",
        (x0, 0.0, 168.0),
        one(d, &["IBAN", "IBAN :", "Compte bancaire IBAN"]),
        &grouped(&account.iban(), &[4]),
        (&t, &bold),
        d,
    );
    let euro = |c: u64| format!("{} €", sum(c));
    let u = (x1 - x0) / 4.0;
    let items = [
        (u, one(d, &["Solde initial", "Ancien solde", "Solde de départ"]), "", euro(f.before)),
        (u, one(d, &["Total débits", "Dépenses", "Sorties"]), "", format!("-{}", euro(f.minus))),
        (u, one(d, &["Total crédits", "Revenus", "Entrées"]), "", format!("+{}", euro(f.plus))),
        (u, one(d, &["Solde final", "Nouveau solde", "Solde en fin de mois"]), "balance", euro(f.after)),
    ];
    let items: Vec<(f32, &str, &'static str, &str)> = items.iter().map(|i| (i.0, i.1, i.2, i.3.as_str())).collect();
    cells((x0, 184.0, 38.0), &items, s, d);
    let w = x1 - x0;
    let heads = [
        (w * 0.16, L, "Date", ""),
        (w * 0.62, L, one(d, &["Opération", "Détail", "Libellé"]), ""),
        (w * 0.22, R, "Montant", ""),
    ];
    let mut rows: Vec<Vec<String>> = Vec::new();
    for m in f.list.iter().rev() {
        let mark = if m.credit { "+" } else { "-" };
        rows.push(vec![
            slashed(m.day),
            m.what.clone(),
            format!("{mark} {},{:02}", thousands(m.cents / 100, " "), m.cents % 100),
        ]);
    }
    let look = d.rng.choose(&[Look::Lines, Look::Striped, Look::Bare]);
    let pitch = ((d.c.height - 340.0) / (rows.len() as f32 + 2.0)).clamp(13.0, 20.0);
    let y = grid(&Grid { x: x0, columns: &heads, look, size: s, pitch }, 240.0, 0.0, &rows, d) + 22.0;
    text(
        (x0, y, w),
        "Vous pouvez contester une opération depuis votre espace personnel. Votre conseiller reste à votre écoute du mardi au samedi. \
        Les frais annuels sont récapitulés chaque mois de janvier.",
        &roman(d, s - 1.2),
        false,
        d,
    );
    let at = d.c.height - 36.0;
    foot(
        at,
        &[format!(
            "{bank} - Établissement de crédit - Siège social : Paris - www.{}.fr",
            super::stationery::slug(bank)
        )],
        7.0,
        &[],
        d,
    );
}
