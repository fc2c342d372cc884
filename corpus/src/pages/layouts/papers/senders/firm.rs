//! Letters of companies, of banks and suppliers, of associations, and of people who work for their own account.
//!
//! Associations and the self-employed count as companies: no type is for them, and they write under a letterhead of their own.

use super::firm_words::{
    ALONE, ALONE_MATTERS, ASSOCIATION_MATTERS, ASSOCIATIONS, BRANDS, CLOSINGS, DEPARTMENTS, FORMS, HOUSE_MATTERS,
    HOUSES, TITLES, TRADE_MATTERS, TRADES,
};
use super::{Matter, addressee, bare_sheet, filled, reached, text, when};
use crate::pages::desk::Desk;
use crate::pages::layouts::papers::facts::{Someone, dated, day, fitting, line_with, mark_first};
use crate::pages::layouts::papers::sheet::Sheet;
use crate::pages::marks;
use crate::text::{capitals, codes, street, town, words};

const OPENINGS: &[&str] = &[
    "Madame, Monsieur,", "Monsieur,", "Madame,", "Monsieur le Président,", "Messieurs,", "Cher client,",
    "Chère cliente, cher client,", "Madame la Directrice,", "Bonjour,", "Monsieur le Directeur,",
];

/// Who writes.
struct Firm {
    name: String,
    /// Words under the name: form, line of business, agency.
    under: Vec<String>,
    /// What the law asks for in small print; empty where nothing is printed.
    small: Vec<String>,
    matters: &'static [Matter],
    titles: &'static [&'static str],
}

pub(in super::super) fn firm(d: &mut Desk<'_, '_>) {
    let firm = match d.rng.below(10) {
        0..=3 => company(d),
        4..=6 => house(d),
        7 => association(d),
        _ => alone(d),
    };
    let s = bare_sheet(d);
    let council = d.rng.chance(0.7);
    let to = addressee(d, if council { 1.0 } else { 0.0 });
    let y = match d.rng.below(3) {
        0 => logo_head(d, &s, &firm, &to),
        1 => middle_head(d, &s, &firm, &to),
        _ => corner_head(d, &s, &firm, &to),
    };
    let matter = &firm.matters[d.rng.below(firm.matters.len())];
    let subject = filled(matter.subject, &mut d.rng);
    let y = if d.rng.chance(0.8) { s.subject(d, y, &subject) } else { y };
    let opening = d.rng.pick(OPENINGS);
    let y = s.opening(d, y, &[opening]);
    let y = text(d, &s, y, matter);
    let you = opening.trim_end_matches(',');
    let closing = d.rng.pick(CLOSINGS).replace("{you}", if you == "Bonjour" { "Madame, Monsieur" } else { you });
    let y = s.paragraph(d, y, &closing) + s.lead;
    let signer = Someone::random(&mut d.rng).full();
    let title = d.rng.pick(firm.titles).to_owned();
    s.sign(d, y, &title, &signer);
    small_print(d, &firm.small);
}

/// The numbers that a company prints, in one of the usual wordings.
fn numbers(d: &mut Desk<'_, '_>, name: &str, form: &str) -> Vec<String> {
    let rng = &mut d.rng;
    let siren = codes::siren(rng);
    let siret = codes::grouped(&codes::siret(&siren, rng), &[3, 3, 3, 5]);
    let capital = codes::thousands(rng.between(1, 900) as u64 * 1000, " ");
    let place = rng.choose(words::TOWNS).1;
    let grouped = codes::grouped(&siren, &[3]);
    let vat = codes::vat(&siren);
    let code = format!("{}{}", rng.digits(4), rng.capital());
    match rng.below(5) {
        0 => vec![
            format!("{form} {name} au capital de {capital} € - {} {}", street(rng), town(rng)),
            format!("RCS {place} {grouped} - SIRET {siret} - TVA {vat}"),
        ],
        1 => vec![format!("{form} au capital de {capital} euros - R.C.S. {place} B {grouped} - APE {code}")],
        2 => vec![format!("Siret {siret} - Code NAF {code} - N° TVA intracommunautaire {vat}")],
        3 => vec![
            format!("Siège social : {} - {}", street(rng), town(rng)),
            format!("Société au capital de {capital} € immatriculée au RCS de {place} sous le n° {grouped}"),
        ],
        _ => vec![format!("N° SIRET : {siret}")],
    }
}

/// A company by its trade, its owner or a made-up name; a craftsman prints nothing else at times.
fn company(d: &mut Desk<'_, '_>) -> Firm {
    let owner = Someone::random(&mut d.rng);
    let trade = d.rng.pick(TRADES);
    let form = d.rng.pick(FORMS);
    let name = match d.rng.below(7) {
        0 => format!("{trade} {}", owner.surname()),
        1 => format!("{form} {}", owner.surname()),
        2 => format!("Ets {} et Fils", owner.last),
        3 => format!("{} & Cie", owner.surname()),
        4 => format!("{} {form}", d.rng.pick(BRANDS)),
        5 => format!("Groupe {}", d.rng.pick(BRANDS)),
        _ => d.rng.pick(BRANDS).to_owned(),
    };
    let mut under = Vec::new();
    if d.rng.chance(0.5) && !name.contains(trade) {
        under.push(d.rng.pick(&[trade, "Neuf et rénovation", "Depuis 1974", "Études - Conseil - Travaux"]).to_owned());
    }
    let small = if d.rng.chance(0.7) { numbers(d, &name, form) } else { Vec::new() };
    Firm { name, under, small, matters: TRADE_MATTERS, titles: TITLES }
}

/// A bank, an insurer, a supplier.
fn house(d: &mut Desk<'_, '_>) -> Firm {
    let name = d.rng.pick(HOUSES).to_owned();
    let name = if d.rng.chance(0.3) { capitals(&name, true) } else { name };
    let place = d.rng.choose(words::TOWNS).1;
    let under = if d.rng.chance(0.75) { vec![d.rng.pick(DEPARTMENTS).replace("{town}", place)] } else { Vec::new() };
    let mut small = numbers(d, &name, "SA");
    if d.rng.chance(0.5) {
        small.push(
            d.rng
                .pick(&[
                    "Entreprise régie par le Code des assurances",
                    "Établissement de crédit soumis au contrôle de l'ACPR - Intermédiaire en assurance, ORIAS n° 07 022 976",
                    "Mutuelle soumise aux dispositions du livre II du Code de la mutualité",
                    "Médiateur de l'énergie : www.energie-mediateur.fr",
                ])
                .to_owned(),
        );
    }
    Firm { name, under, small, matters: HOUSE_MATTERS, titles: TITLES }
}

fn association(d: &mut Desk<'_, '_>) -> Firm {
    let place = d.rng.choose(words::TOWNS).1;
    let name = d.rng.pick(ASSOCIATIONS).replace("{town}", place);
    let siren = codes::siren(&mut d.rng);
    let siret = codes::siret(&siren, &mut d.rng);
    let under = if d.rng.chance(0.5) {
        vec![
            d.rng
                .pick(&["Association loi 1901", "Reconnue d'utilité publique", "Affiliée à la Fédération nationale"])
                .to_owned(),
        ]
    } else {
        Vec::new()
    };
    let small = match d.rng.below(3) {
        0 => vec![format!("Association déclarée en préfecture - RNA W{} - SIRET {siret}", d.rng.digits(9))],
        1 => vec![format!("Association régie par la loi du 1er juillet 1901 - Siège : {}", street(&mut d.rng))],
        _ => Vec::new(),
    };
    let titles = &["Le Président,", "La Présidente,", "Le secrétaire,", "La trésorière,", "Pour le bureau,"];
    Firm { name, under, small, matters: ASSOCIATION_MATTERS, titles }
}

/// Somebody who works for his or her own account, with a profession under the name.
fn alone(d: &mut Desk<'_, '_>) -> Firm {
    let own = Someone::random(&mut d.rng);
    let siren = codes::siren(&mut d.rng);
    let siret = codes::grouped(&codes::siret(&siren, &mut d.rng), &[3, 3, 3, 5]);
    let name = match d.rng.below(4) {
        0 => format!("Cabinet {}", own.surname()),
        1 => format!("{} {}", own.firsts[0], own.last),
        _ => own.full(),
    };
    let under = vec![d.rng.pick(ALONE).to_owned()];
    let small = match d.rng.below(4) {
        0 => vec![format!("SIRET {siret} - TVA non applicable, art. 293 B du CGI")],
        1 => vec![format!("Micro-entreprise - N° SIRET {siret} - Dispensé d'immatriculation au RCS")],
        2 => vec!["Membre d'une association agréée, le règlement par chèque est accepté".to_owned()],
        _ => Vec::new(),
    };
    Firm { name, under, small, matters: ALONE_MATTERS, titles: &[""] }
}

/// Address, telephone, mail: whichever of them the letterhead gives.
fn contacts(d: &mut Desk<'_, '_>, (x, mut y): (f32, f32), s: &Sheet) -> f32 {
    let t = s.body.sized(s.body.size * 0.9);
    let step = t.size * 1.3;
    if d.rng.chance(0.75) {
        let at = vec![street(&mut d.rng), town(&mut d.rng)];
        y = d.block(x, y, &at, &t, step);
    }
    if d.rng.chance(0.8) {
        let phone = codes::phone(&mut d.rng);
        reached(d, (x, y), s, &["Tél. :", "Tél :", "Tél.", "Téléphone :", "Port. :", ""], "phone", &phone);
        y += step;
    }
    if d.rng.chance(0.45) {
        let mail = format!(
            "{}@{}",
            d.rng.pick(&["contact", "info", "accueil", "commercial", "secretariat"]),
            d.rng.pick(&["orange.fr", "wanadoo.fr", "groupe-novalys.fr", "veltis.com", "solaris.eu"])
        );
        reached(d, (x, y), s, &["", "E-mail :", "Mail :", "Courriel :"], "email", &mail);
        y += step;
    }
    y
}

/// The name and what stands under it.
fn named(d: &mut Desk<'_, '_>, (x, mut y): (f32, f32), s: &Sheet, firm: &Firm, room: f32) -> f32 {
    let size = s.body.size * d.rng.range(1.1, 2.0);
    let t = fitting(d, &firm.name, &s.bold.sized(size), room);
    d.value("sender", x, y, &firm.name, &t);
    y += s.body.size * 1.5;
    d.block(x, y, &firm.under, &s.body, s.body.size * 1.35)
}

/// Addressee, place and date at the right; references beside them.
fn to_whom(d: &mut Desk<'_, '_>, s: &Sheet, to: &[String], (top, left_y): (f32, f32)) -> f32 {
    let since = d.c.lines.len();
    let mut y = d.block(s.window, top, to, &s.body, s.body.size * 1.3) + s.lead * d.rng.range(0.5, 1.5);
    mark_first(d, since, "recipient");
    if d.rng.chance(0.15) {
        let when = day(&mut d.rng, 2008, 2026);
        let date = dated(when, &mut d.rng);
        line_with(d, (s.window, y), &format!("Date : {date}"), &s.body, &[("date", &date)]);
    } else {
        when(d, (s.window, y), s);
    }
    y += s.lead * 1.5;
    let mut beside = left_y.max(top);
    if d.rng.chance(0.45) {
        beside = s.reference(d, beside, "our_reference", &["Nos réf. :", "N/Réf. :", "Notre référence :", "Réf. :"]);
    }
    if d.rng.chance(0.3) {
        beside = s.reference(d, beside, "your_reference", &["Vos réf. :", "V/Réf. :", "Votre référence :"]);
    }
    if d.rng.chance(0.15) {
        beside = s.reference(d, beside, "file_number", &["Dossier n°", "N° de dossier :"]);
    }
    y.max(beside) + s.lead * 0.6
}

/// A drawn logo, the name beside it or under it, the rest of the letterhead below.
fn logo_head(d: &mut Desk<'_, '_>, s: &Sheet, firm: &Firm, to: &[String]) -> f32 {
    let mut y = d.margins[1] + s.body.size;
    let size = d.rng.range(30.0, 52.0);
    marks::logo(d.c, s.left, y - s.body.size, size, &mut d.rng);
    let beside = d.rng.chance(0.5);
    let x = if beside { s.left + size + 10.0 } else { s.left };
    if !beside {
        y += size + 8.0;
    }
    y = named(d, (x, y), s, firm, s.window - x - 10.0) + s.body.size * 0.4;
    y = contacts(d, (x, y), s) + s.lead * 0.5;
    let top = (d.c.height * 0.17).max(if d.rng.chance(0.5) { y } else { 0.0 });
    to_whom(d, s, to, (top, y))
}

/// Everything centred, with a rule under it at times.
fn middle_head(d: &mut Desk<'_, '_>, s: &Sheet, firm: &Firm, to: &[String]) -> f32 {
    let middle = d.c.width / 2.0;
    let mut y = d.margins[1] + s.body.size * 1.4;
    let size = s.body.size * d.rng.range(1.3, 2.2);
    let t = fitting(d, &firm.name, &s.bold.sized(size), s.right - s.left);
    let since = d.c.lines.len();
    d.centre(middle, y, &firm.name, &t);
    mark_first(d, since, "sender");
    y += s.body.size * 1.6;
    for line in &firm.under {
        d.centre(middle, y, line, &s.body);
        y += s.body.size * 1.35;
    }
    let small = s.body.sized(s.body.size * 0.85);
    if d.rng.chance(0.7) {
        let at = format!("{} - {}", street(&mut d.rng), town(&mut d.rng));
        d.centre(middle, y, &at, &small);
        y += small.size * 1.35;
    }
    if d.rng.chance(0.75) {
        let phone = codes::phone(&mut d.rng);
        let label = d.rng.pick(&["Tél. :", "Tél.", "Téléphone"]);
        line_with_centred(d, (middle, y), &format!("{label} {phone}"), ("phone", &phone), s);
        y += small.size * 1.35;
    }
    if d.rng.chance(0.4) {
        d.rule(s.left, y - small.size * 0.6, s.right, y - small.size * 0.6, 0.7);
        y += small.size;
    }
    y += s.lead;
    to_whom(d, s, to, (y, y))
}

/// A line in the middle of which a part is a field.
fn line_with_centred(d: &mut Desk<'_, '_>, (x, y): (f32, f32), said: &str, field: (&'static str, &str), s: &Sheet) {
    let t = s.body.sized(s.body.size * 0.85);
    let width = d.c.measure(said, &t, &mut d.rng);
    line_with(d, (x - width / 2.0, y), said, &t, &[field]);
}

/// A name in the corner, the address under it or in small print alone.
fn corner_head(d: &mut Desk<'_, '_>, s: &Sheet, firm: &Firm, to: &[String]) -> f32 {
    let y = d.margins[1] + s.body.size * 1.2;
    let y = named(d, (s.left, y), s, firm, s.window - s.left - 10.0);
    let y = contacts(d, (s.left, y), s);
    let top = (d.c.height * 0.16).max(y - s.lead);
    to_whom(d, s, to, (top, y + s.lead))
}

/// Small print under the letter, centred.
fn small_print(d: &mut Desk<'_, '_>, lines: &[String]) {
    let t = d.fonts.body.sized((d.size() * 0.62).max(5.6));
    let middle = d.c.width / 2.0;
    let top = d.c.height - 20.0 - lines.len() as f32 * t.size * 1.3;
    for (i, line) in lines.iter().enumerate() {
        let t = fitting(d, line, &t, d.c.width - 30.0);
        d.centre(middle, top + i as f32 * t.size * 1.3, line, &t);
    }
}
