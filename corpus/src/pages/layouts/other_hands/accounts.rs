//! Slips of bank details, and cheques.

use super::Page;
use super::stationery::{
    C, Cell, Citizen, Grid, L, Look, R, address, cells, emblem, foot, grid, heavy, kv, lately, line, one, phone, put,
    roman, row, slanted, slashed, text,
};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{in_words, sum};
use crate::pages::marks;
use crate::text::codes::{Account, grouped};
use crate::text::{bic, capitals, street};

pub(super) const PAGES: &[Page] =
    &[Page::a4("rib", details), Page { name: "cheque", sheet: |_| Some((508.0, 239.0)), set: cheque }];

/// Banks as letterheads name them.
pub(super) const BANKS: &[&str] = &[
    "CRÉDIT AGRICOLE CENTRE-EST", "CAISSE D'ÉPARGNE RHÔNE ALPES", "BNP PARIBAS", "LA BANQUE POSTALE", "CIC OUEST",
    "Société Générale", "LCL", "CRÉDIT MUTUEL DE BRETAGNE", "Banque Populaire du Sud", "BoursoBank", "HELLO BANK!",
];

/// The holder of an account as banks print one.
pub(super) fn holder(d: &mut Desk<'_, '_>, who: &Citizen) -> String {
    let last = capitals(&who.who.last, false);
    let first = capitals(&who.who.firsts[0], false);
    match d.rng.below(5) {
        0 => format!("{} {last} {first}", if who.who.sex == 'M' { "MR" } else { "MME" }),
        1 => format!("M OU MME {last} {first}"),
        2 => format!("{} {first} {last}", if who.who.sex == 'M' { "M" } else { "MME" }),
        3 => format!("{} {} {last}", who.who.title(false), who.who.firsts[0]),
        _ => format!("{first} {last}"),
    }
}

fn details(d: &mut Desk<'_, '_>) {
    match d.rng.below(3) {
        0 => coupons(d),
        1 => sheet(d),
        _ => web(d),
    }
}

fn coupons(d: &mut Desk<'_, '_>) {
    let who = Citizen::random(&mut d.rng);
    let name = holder(d, &who);
    let account = Account::random(&mut d.rng);
    let (bank, code) = (one(d, BANKS), bic(&mut d.rng));
    let branch =
        capitals(&format!("{} {}", who.town, one(d, &["Centre", "République", "Gare", "Agence Principale"])), false);
    let s = 8.6;
    let (x0, x1) = (46.0, d.c.width - 46.0);
    let (t, small, bold) = (roman(d, s), roman(d, s - 1.4), heavy(d, s + 0.6));
    let iban = grouped(&account.iban(), &[4]);
    // The same slip three times, two of them to cut off: fields are those of the first.
    for part in 0..3 {
        let mut y = 42.0 + part as f32 * 266.0;
        let named = |name: &'static str| if part == 0 { name } else { "" };
        emblem(x0, y - 12.0, 34.0, d);
        put("", (x0 + 46.0, y + 8.0, 220.0), bank, &heavy(d, 12.0), L, d);
        put("", (x1 - 220.0, y + 8.0, 220.0), "RELEVÉ D'IDENTITÉ BANCAIRE", &heavy(d, 11.0), R, d);
        y += 44.0;
        let notice = "Ce relevé est destiné à être remis, sur leur demande, à vos créanciers ou débiteurs, français ou étrangers, \
                      appelés à faire inscrire des opérations à votre compte (virements, prélèvements, paiements de quittances, etc.).";
        y = text((x0, y, x1 - x0), notice, &small, true, d) + 12.0;
        let half = (x1 - x0) / 2.0;
        put("", (x0, y, half), "Titulaire du compte", &slanted(d, s), L, d);
        put("", (x0 + half, y, half), "Domiciliation", &slanted(d, s), L, d);
        y += 13.0;
        let to = [vec![name.clone()], who.home.iter().map(|l| capitals(l, false)).collect()].concat();
        address(named("account_holder"), (x0, y, half - 12.0), &to, &t, d);
        put(named("branch"), (x0 + half, y, half), &branch, &t, L, d);
        y += 46.0;
        let u = (x1 - x0) / 5.0;
        let items = [
            (u, "Code établissement", named("bank_code"), account.bank.as_str()),
            (u, "Code guichet", named("branch_code"), account.branch.as_str()),
            (u * 2.0, "Numéro de compte", named("account_number"), account.number.as_str()),
            (u, "Clé RIB", named("rib_key"), account.key.as_str()),
        ];
        cells((x0, y, 34.0), &items, s + 1.0, d);
        y += 52.0;
        put("", (x0, y, 300.0), "IBAN (International Bank Account Number)", &small, L, d);
        put("", (x1 - 150.0, y, 150.0), "BIC (Bank Identifier Code)", &small, L, d);
        y += 15.0;
        row(y, &bold, &[(named("iban"), x0, 330.0, L, &iban), (named("bic"), x1 - 150.0, 150.0, L, &code)], d);
        d.c.frame(x0 - 6.0, y - 26.0, x1 + 6.0, y + 8.0, 0.6);
        if part < 2 {
            d.c.dotted(20.0, d.c.width - 20.0, y + 32.0);
        }
    }
}

fn sheet(d: &mut Desk<'_, '_>) {
    let who = Citizen::random(&mut d.rng);
    let name = holder(d, &who);
    let account = Account::random(&mut d.rng);
    let (bank, code) = (one(d, BANKS), bic(&mut d.rng));
    let s = d.rng.range(9.0, 10.4);
    let (x0, x1) = (60.0, d.c.width - 60.0);
    let (t, bold) = (roman(d, s), heavy(d, s));
    put("", (x0, 60.0, 260.0), bank, &heavy(d, 16.0), L, d);
    let day = lately(d);
    put("", (x1 - 160.0, 60.0, 160.0), &format!("Édité le {}", slashed(day)), &t, R, d);
    let agency = format!("Agence de {}", who.town);
    let seat = [agency.clone(), street(&mut d.rng), who.home[1].clone(), format!("Tél. {}", phone(&mut d.rng, "09"))];
    address("", (x0, 82.0, 220.0), &seat, &roman(d, s - 1.0), d);
    address("", (x1 - 220.0, 150.0, 220.0), &[vec![name.clone()], who.home.clone()].concat(), &t, d);
    let title = one(
        d,
        &["RELEVÉ D'IDENTITÉ BANCAIRE", "Relevé d'identité bancaire (RIB)", "VOTRE RELEVÉ D'IDENTITÉ BANCAIRE / IBAN"],
    );
    let big = heavy(d, 14.0);
    put("", (x0, 236.0, x1 - x0), title, &big, C, d);
    d.rule(x0, 244.0, x1, 244.0, 1.0);
    let mut y = 276.0;
    let (at, colon) = (x0 + 150.0, one(d, &[" :", "", " :"]));
    let l = |text: &str| format!("{text}{colon}");
    kv(
        "account_holder",
        (x0, at, y),
        &l(one(d, &["Titulaire du compte", "Intitulé du compte", "Titulaire"])),
        &name,
        (&t, &bold),
        d,
    );
    y += 20.0;
    kv(
        "branch",
        (x0, at, y),
        &l(one(d, &["Domiciliation", "Agence de domiciliation", "Agence"])),
        &agency,
        (&t, &bold),
        d,
    );
    y += 34.0;
    put("", (x0, y, 300.0), one(d, &["Identification nationale (RIB)", "Références nationales", "RIB"]), &bold, L, d);
    y += 10.0;
    let w = (x1 - x0) / 10.0;
    let columns = [
        (w * 2.0, C, one(d, &["Banque", "Code banque", "C. Étab."]), "bank_code"),
        (w * 2.0, C, one(d, &["Guichet", "Code guichet", "C. Guichet"]), "branch_code"),
        (w * 4.0, C, one(d, &["N° de compte", "Numéro de compte", "Compte"]), "account_number"),
        (w * 2.0, C, one(d, &["Clé", "Clé RIB", "Clé"]), "rib_key"),
    ];
    let values = vec![vec![account.bank.clone(), account.branch.clone(), account.number.clone(), account.key.clone()]];
    y = grid(&Grid { x: x0, columns: &columns, look: Look::Boxed, size: s, pitch: 20.0 }, y, 0.0, &values, d) + 34.0;
    put("", (x0, y, 300.0), one(d, &["Identification internationale", "Références internationales"]), &bold, L, d);
    y += 20.0;
    kv("iban", (x0, at, y), &l("IBAN"), &grouped(&account.iban(), &[4]), (&t, &bold), d);
    y += 20.0;
    kv("bic", (x0, at, y), &l(one(d, &["BIC", "Code BIC", "BIC (adresse SWIFT)"])), &code, (&t, &bold), d);
    y += 44.0;
    for words in [
        "Ce document est à remettre à tout organisme qui vous demande vos coordonnées bancaires pour effectuer des virements ou des \
         prélèvements sur votre compte. Son utilisation évite les erreurs et les retards d'exécution.",
        "Pour vos opérations à l'intérieur de l'espace SEPA, l'IBAN suffit. Pour les autres pays, communiquez aussi le BIC de votre \
         banque. Ne transmettez jamais vos codes d'accès avec ce document.",
    ] {
        y = text((x0, y, x1 - x0), words, &roman(d, s - 0.6), true, d) + 8.0;
    }
    let legal = format!(
        "{bank} - Société au capital de 1 286 050 €  - Établissement de crédit agréé par l'ACPR, 4 place de Budapest, 75009 Paris"
    );
    let at = d.c.height - 46.0;
    foot(at, &[legal, "Intermédiaire d'assurance immatriculé à l'ORIAS - www.orias.fr".to_owned()], 6.8, &[], d);
}

fn web(d: &mut Desk<'_, '_>) {
    let who = Citizen::random(&mut d.rng);
    let name = holder(d, &who);
    let account = Account::random(&mut d.rng);
    let (bank, code) = (one(d, BANKS), bic(&mut d.rng));
    let s = d.rng.range(9.4, 10.6);
    let (x0, x1) = (50.0, d.c.width - 50.0);
    let (t, small, bold) = (roman(d, s), roman(d, s - 1.6), heavy(d, s + 1.0));
    d.c.fill(0.0, 0.0, d.c.width, 62.0, 226);
    put("", (x0, 40.0, 260.0), bank, &heavy(d, 17.0), L, d);
    put("", (x1 - 200.0, 40.0, 200.0), one(d, &["Mon RIB", "RIB", "RIB / IBAN"]), &heavy(d, 15.0), R, d);
    let mut y = 100.0;
    let groups: [(&str, &'static str, String); 3] = [
        (one(d, &["Titulaire", "Titulaire du compte", "Nom du titulaire"]), "account_holder", name),
        ("IBAN", "iban", grouped(&account.iban(), &[4])),
        (one(d, &["BIC", "BIC / SWIFT"]), "bic", code),
    ];
    for (label, field, value) in &groups {
        put("", (x0, y, 300.0), label, &small, L, d);
        put(field, (x0, y + 15.0, x1 - x0), value, &bold, L, d);
        d.rule(x0, y + 24.0, x1, y + 24.0, 0.4);
        y += 42.0;
    }
    put("", (x0, y, 300.0), "RIB", &small, L, d);
    y += 14.0;
    let w = x1 - x0;
    let heads: [Cell<'_>; 4] = [
        ("", x0, w * 0.22, L, "Code banque"),
        ("", x0 + w * 0.24, w * 0.2, L, "Code guichet"),
        ("", x0 + w * 0.48, w * 0.3, L, "N° de compte"),
        ("", x0 + w * 0.84, w * 0.16, L, "Clé RIB"),
    ];
    row(y, &small, &heads, d);
    let values: [Cell<'_>; 4] = [
        ("bank_code", x0, w * 0.22, L, &account.bank),
        ("branch_code", x0 + w * 0.24, w * 0.2, L, &account.branch),
        ("account_number", x0 + w * 0.48, w * 0.3, L, &account.number),
        ("rib_key", x0 + w * 0.84, w * 0.16, L, &account.key),
    ];
    row(y + 15.0, &bold, &values, d);
    d.rule(x0, y + 24.0, x1, y + 24.0, 0.4);
    y += 42.0;
    put("", (x0, y, 300.0), one(d, &["Domiciliation", "Agence", "Votre agence"]), &small, L, d);
    let branch = format!(
        "{} {}",
        capitals(who.town, false),
        one(d, &["HOTEL DE VILLE", "SAINT MICHEL", "BEAULIEU", "EN LIGNE"])
    );
    put("branch", (x0, y + 15.0, 300.0), &branch, &t, L, d);
    squares(x1 - 62.0, y - 6.0, 52.0, d);
    y += 60.0;
    put("", (x0, y, 300.0), "À quoi sert ce document ?", &bold, L, d);
    text(
        (x0, y + 18.0, w),
        "Remettez ce relevé à votre employeur, à votre caisse d'assurance maladie, à vos fournisseurs d'énergie ou de téléphone : \
        il leur permet de vous verser une somme ou de prélever le montant que vous leur devez, avec votre accord.",
        &t,
        false,
        d,
    );
    let at = d.c.height - 40.0;
    foot(
        at,
        &[format!(
            "Document édité depuis votre espace client le {} - aucune signature n'est requise",
            slashed(lately(d))
        )],
        7.2,
        &[],
        d,
    );
}

fn cheque(d: &mut Desk<'_, '_>) {
    let who = Citizen::random(&mut d.rng);
    let drawer = holder(d, &who);
    let cents = d.rng.log_range(1500.0, 480_000.0) as u64;
    let (euros, rest) = (cents / 100, cents % 100);
    let day = lately(d);
    let payee = match d.rng.below(5) {
        0 => one(d, &["TRÉSOR PUBLIC", "Régie de cantine municipale", "URSSAF RHÔNE-ALPES", "EDF", "SYNDIC FONCIA"])
            .to_owned(),
        1 | 2 => Citizen::random(&mut d.rng).name,
        _ => format!("{} {}", one(d, &["SARL", "Garage", "Cabinet", "Ets"]), super::stationery::surname(&mut d.rng)),
    };
    let letters = if rest == 0 {
        format!("{} euros", in_words(euros))
    } else {
        format!("{} euros et {} centimes", in_words(euros), in_words(rest))
    };
    let letters = if d.rng.chance(0.5) { capitals(&letters, true) } else { letters };
    let figures = match d.rng.below(4) {
        0 => format!("**{}**", sum(cents)),
        1 => format!("{} €", sum(cents)),
        2 => format!("{},{rest:02}", euros),
        _ => sum(cents),
    };
    let amount = figures.trim_matches('*').to_owned();
    let (w, bank, place) = (d.c.width, one(d, BANKS), capitals(who.town, false));
    let (t, small, typed) = (roman(d, 8.6), roman(d, 6.4), roman(d, 11.0));
    let home = [vec![drawer], who.home.iter().map(|l| capitals(l, false)).collect()].concat();
    let account = Account::random(&mut d.rng);
    let number = format!("{:07}", d.rng.between(1, 9_999_999));
    let date = slashed(day);
    let company = d.rng.chance(0.45);
    d.c.fill(0.0, 0.0, w, 239.0, 246);
    let (pay_y, sum_y) = if company { (92.0, 62.0) } else { (62.0, 84.0) };
    emblem(16.0, 10.0, 22.0, d);
    put("", (46.0, 24.0, 220.0), bank, &heavy(d, 12.0), L, d);
    put("", (w - 190.0, 20.0, 170.0), &format!("Chèque n° {number}"), &small, R, d);
    if company {
        // As accounting programs fill them in: order first, the sum in words under it.
        put("", (16.0, sum_y, 60.0), "Payez contre ce chèque non endossable", &small, L, d);
        row(sum_y, &typed, &[("", 92.0, 270.0, L, &letters)], d);
        d.rule(88.0, sum_y + 4.0, 366.0, sum_y + 4.0, 0.5);
        d.rule(16.0, sum_y + 17.0, 366.0, sum_y + 17.0, 0.5);
    } else {
        put(
            "",
            (16.0, 46.0, 300.0),
            "Payez contre ce chèque non endossable sauf au profit d'une banque ou d'un organisme assimilé",
            &small,
            L,
            d,
        );
        row(sum_y, &typed, &[("", 20.0, 340.0, L, &letters)], d);
        d.rule(16.0, sum_y + 4.0, 366.0, sum_y + 4.0, 0.5);
    }
    put("", (16.0, pay_y, 30.0), if company { "à l'ordre de" } else { "à" }, &small, L, d);
    put("payee", (52.0, pay_y, 310.0), &payee, &typed, L, d);
    d.rule(48.0, pay_y + 4.0, 366.0, pay_y + 4.0, 0.5);
    d.c.frame(382.0, 50.0, w - 16.0, 76.0, 1.0);
    put("", (370.0, 68.0, 10.0), "€", &heavy(d, 12.0), L, d);
    let shown = figures.as_str();
    line((390.0, 68.0), shown, &heavy(d, 12.0), &[("amount", &amount)], d);
    put("", (16.0, 122.0, 120.0), "Payable en France", &slanted(d, 7.0), L, d);
    let pay_at = [
        format!("{place} {}", one(d, &["CENTRE", "REPUBLIQUE", "PREFECTURE"])),
        capitals(&street(&mut d.rng), false),
        format!("TEL. {}", phone(&mut d.rng, "08")),
    ];
    address("", (16.0, 136.0, 150.0), &pay_at, &small, d);
    address("", (186.0, 136.0, 150.0), &home, &t, d);
    row(100.0, &t, &[("", 376.0, 14.0, L, "À"), ("", 392.0, 106.0, L, &place)], d);
    row(116.0, &t, &[("", 376.0, 14.0, L, "le"), ("date", 392.0, 106.0, L, &date)], d);
    marks::signature(d.c, 390.0, 158.0, 84.0, &mut d.rng);
    put("", (186.0, 188.0, 160.0), &format!("Compte n° {} {}", account.number, account.key), &small, L, d);
    let reader = format!(
        "{number} {}{} {}{}",
        account.bank,
        &account.branch[..4],
        account.number.replace(|c: char| !c.is_ascii_digit(), "0"),
        account.key
    );
    d.left(60.0, 222.0, &reader, &roman(d, 12.0));
}

/// The squares of a matrix code, about `size` points wide.
pub(super) fn squares(x: f32, y: f32, size: f32, d: &mut Desk<'_, '_>) {
    let n = 24;
    let module = size / n as f32;
    for i in 0..n {
        for j in 0..n {
            let edge = i == n - 1 || j == 0 || (i == 0 && j % 2 == 0) || (j == n - 1 && i % 2 == 1);
            let inside = i > 0 && j < n - 1 && d.rng.chance(0.5);
            if edge || inside {
                let (px, py) = (x + j as f32 * module, y + (i as f32 + 0.5) * module);
                d.rule(px, py, px + module, py, module);
            }
        }
    }
}
