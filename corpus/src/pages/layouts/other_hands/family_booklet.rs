//! Leaves of the family's booklet: the wedding of the couple, the children.

use super::civil_kit::{centred, face_of, faces, fit, later, say};
use super::registers::spouse;
use crate::faces::FaceClass;
use crate::pages::compose::Type;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, day, figures, line_with, of, written};
use crate::pages::marks;
use crate::text::words;

/// The couple and the day of their wedding.
struct Couple {
    man: Someone,
    woman: Someone,
    day: Day,
    town: &'static str,
    act: String,
}

fn couple(d: &mut Desk<'_, '_>) -> Couple {
    let rng = &mut d.rng;
    let man = spouse(rng, 'M', 1945, 1990);
    let woman = spouse(rng, 'F', man.birth.0 - 4, man.birth.0 + 4);
    let year = man.birth.0.max(woman.birth.0);
    let day = day(rng, year + 20, year + 34);
    let town = rng.choose(words::TOWNS).1;
    let act = rng.between(3, 480).to_string();
    Couple { man, woman, day, town, act }
}

/// What is printed and what was filled in.
fn two_types(d: &mut Desk<'_, '_>, size: f32) -> (Type, Type, Type) {
    let (printed, bold, _) = faces(d, size, size);
    let class = d.rng.choose(&[FaceClass::Typewriter, FaceClass::Mono, FaceClass::Sans]);
    let typed = face_of(d, class, false, size * 1.05);
    (printed, bold, typed)
}

/// A label, dots and on them what was filled in.
fn dots(
    d: &mut Desk<'_, '_>,
    (x, y, room): (f32, f32, f32),
    label: &str,
    (name, text): (&'static str, &str),
    (printed, typed): (&Type, &Type),
) {
    let width = d.left(x, y, label, printed) + 5.0;
    d.c.dotted(x + width, x + room, y + 2.5);
    fit(d, name, (x + width + 2.0, y), room - width - 2.0, text, typed);
}

/// The leaf of husband and wife side by side, with the wedding over them.
pub(super) fn wedding(d: &mut Desk<'_, '_>) {
    let pair = couple(d);
    let (printed, bold, typed) = two_types(d, 8.6);
    let types = (&printed, &typed);
    let (x, w) = (d.c.width * 0.05, d.c.width * 0.9);
    let y = d.c.height * d.rng.range(0.03, 0.08);
    let leaf = w / 2.0;
    let h = 372.0;
    d.c.frame(x, y, x + w, y + h, 0.6);
    d.c.rule(x + leaf, y, x + leaf, y + h, 0.6, 120);
    let (husband, wife) =
        d.rng.choose(&[("ÉPOUX", "ÉPOUSE"), ("ÉPOUX OU PÈRE", "ÉPOUSE OU MÈRE"), ("LE MARI", "LA FEMME")]);
    for (i, (head, own)) in [(husband, &pair.man), (wife, &pair.woman)].into_iter().enumerate() {
        let left = x + leaf * i as f32 + 14.0;
        let room = leaf - 28.0;
        centred(d, (left + room / 2.0, y + 24.0), &[head], (&bold.sized(12.0), 16.0), &[]);
        let father = spouse(&mut d.rng, 'M', own.birth.0 - 36, own.birth.0 - 22);
        let mother = spouse(&mut d.rng, 'F', own.birth.0 - 34, own.birth.0 - 20);
        let rows = [
            ("Nom :", own.surname()),
            ("Prénoms :", own.given(", ")),
            ("Né(e) le :", written(own.birth)),
            ("à :", own.born_at.1.to_owned()),
            ("Fils ou fille de :", format!("{} {}", father.firsts[0], own.surname())),
            ("et de :", mother.full()),
            ("Acte de naissance n° :", d.rng.between(10, 2900).to_string()),
        ];
        for (k, (label, text)) in rows.iter().enumerate() {
            dots(d, (left, y + 52.0 + k as f32 * 22.0, room), label, ("", text), types);
        }
        let base = y + 52.0 + 7.0 * 22.0 + 4.0;
        d.rule(left, base, left + room, base, 0.4);
        d.left(left, base + 15.0, "Mentions marginales", &printed);
        for k in 0..3 {
            d.c.dotted(left, left + room, base + 36.0 + k as f32 * 18.0);
        }
        d.left(left, base + 96.0, "Décès : acte n°", &printed);
        d.c.dotted(left + 70.0, left + room, base + 98.0);
        d.left(left, base + 114.0, "le", &printed);
        d.c.dotted(left + 14.0, left + room, base + 116.0);
    }
    // The wedding, on the leaf under it.
    let top = y + h + d.rng.range(10.0, 24.0);
    let high = 262.0;
    d.c.frame(x, top, x + w, top + high, 0.6);
    let title = d.rng.pick(&["EXTRAIT DE L'ACTE DE MARIAGE", "MARIAGE", "Extrait d'acte de mariage"]);
    centred(d, (x + w / 2.0, top + 26.0), &[title], (&bold.sized(13.0), 16.0), &[]);
    let date = written(pair.day);
    let (left, room) = (x + 20.0, w - 40.0);
    let label = d.rng.pick(&["Mariage célébré le", "Le mariage a été célébré le", "Mariés le"]);
    dots(d, (left, top + 54.0, room * 0.6), label, ("wedding_date", &date), types);
    dots(d, (left + room * 0.63, top + 54.0, room * 0.37), "à", ("", pair.town), types);
    dots(d, (left, top + 78.0, room * 0.4), "Acte n°", ("", &pair.act), types);
    let contract = d.rng.pick(&["Il n'a pas été fait de contrat de mariage", "Contrat reçu par notaire"]);
    dots(d, (left, top + 102.0, room), "Contrat de mariage :", ("", contract), types);
    dots(d, (left, top + 126.0, room), "Autres mentions :", ("", "Néant"), types);
    let delivered = format!("Délivré conforme aux registres le {}", figures(pair.day, "/"));
    d.left(left, top + 156.0, &delivered, &printed);
    d.left(left, top + 172.0, "L'officier de l'état civil", &printed);
    super::civil_kit::seal(d, left + room * 0.45, top + 200.0);
    marks::signature(d.c, left + room * 0.65, top + 190.0, 90.0, &mut d.rng);
    let page = d.rng.between(2, 5).to_string();
    d.centre(x + w / 2.0, top + high - 8.0, &page, &printed);
}

/// The cover, and the page of the wedding under it.
pub(super) fn cover_and_wedding(d: &mut Desk<'_, '_>) {
    let pair = couple(d);
    let (printed, bold, typed) = two_types(d, 10.0);
    let (x, w) = (d.c.width * 0.16, d.c.width * 0.68);
    let y = d.c.height * 0.03;
    let half = d.c.height * 0.45;
    let tint = d.rng.between(196, 232) as u8;
    d.c.fill(x, y, x + w, y + half, tint);
    let middle = x + w / 2.0;
    let at = centred(d, (middle, y + 50.0), &["RÉPUBLIQUE FRANÇAISE"], (&bold.sized(13.0), 20.0), &[]);
    centred(d, (middle, at + 60.0), &["LIVRET DE FAMILLE"], (&bold.sized(26.0), 30.0), &[]);
    let lines = [format!("Commune {}", of(pair.town)), "Délivré par l'officier de l'état civil".to_owned()];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    centred(d, (middle, y + half - 90.0), &lines, (&printed, 18.0), &[]);
    let top = y + half + 12.0;
    d.c.frame(x, top, x + w, top + half, 0.6);
    centred(d, (middle, top + 30.0), &["ACTE DE MARIAGE (extrait)"], (&bold.sized(13.0), 16.0), &[]);
    let date = written(pair.day);
    let (left, room) = (x + 18.0, w - 36.0);
    line_with(d, (left, top + 56.0), &format!("N° {}", pair.act), &typed, &[]);
    let text = format!(
        "Le {date} ont comparu publiquement en la maison commune {} {} {}, né le {} à {}, et {} {}, née le {} à {}, lesquels ont déclaré \
         l'un après l'autre vouloir se prendre pour époux et nous avons prononcé au nom de la loi qu'ils sont unis par le mariage.",
        of(pair.town),
        pair.man.given(", "),
        pair.man.surname(),
        written(pair.man.birth),
        pair.man.born_at.1,
        pair.woman.given(", "),
        pair.woman.surname(),
        written(pair.woman.birth),
        pair.woman.born_at.1
    );
    let at = say(d, (left, top + 80.0, room), &text, (&typed, 16.0), &[("wedding_date", &date)]);
    let text = format!("Pour extrait conforme, {}, le {}", pair.town, figures(pair.day, "/"));
    fit(d, "", (left, at + 14.0), room, &text, &printed);
    d.left(left, at + 32.0, "L'Officier de l'état civil,", &printed);
    super::civil_kit::seal(d, left + room * 0.7, at + 66.0);
    marks::signature(d.c, left + 20.0, at + 52.0, 90.0, &mut d.rng);
}

/// Leaves of the children.
pub(super) fn children(d: &mut Desk<'_, '_>) {
    let pair = couple(d);
    let (printed, bold, typed) = two_types(d, 8.8);
    let types = (&printed, &typed);
    let beside = d.rng.chance(0.5);
    let (x, w) = (d.c.width * 0.06, d.c.width * 0.88);
    let y = d.c.height * d.rng.range(0.03, 0.07);
    let number = d.rng.between(2, 3) as usize;
    let names = ["PREMIER ENFANT", "DEUXIÈME ENFANT", "TROISIÈME ENFANT", "QUATRIÈME ENFANT"];
    let (room, high) = if beside { (w / 2.0 - 4.0, 360.0) } else { (w, 236.0) };
    centred(d, (x + w / 2.0, y + 12.0), &["LIVRET DE FAMILLE"], (&bold, 14.0), &[]);
    for (i, name) in names.iter().take(if beside { 4 } else { 3 }).enumerate() {
        let (left, top) = if beside {
            (x + (i % 2) as f32 * (room + 8.0), y + 24.0 + (i / 2) as f32 * (high + 8.0))
        } else {
            (x, y + 24.0 + i as f32 * (high + 8.0))
        };
        d.c.frame(left, top, left + room, top + high, 0.7);
        centred(d, (left + room / 2.0, top + 20.0), &[name], (&bold.sized(11.5), 14.0), &[]);
        centred(d, (left + room / 2.0, top + 34.0), &["Extrait de l'acte de naissance"], (&printed, 14.0), &[]);
        let filled = i < number;
        let mut child = Someone::random(&mut d.rng);
        child.last.clone_from(&pair.man.last);
        child.birth = later(pair.day, 14 + 30 * i as i64);
        let made = later(child.birth, 0);
        let rows = [
            ("Acte n°", d.rng.between(5, 1900).to_string()),
            ("Nom", child.surname()),
            ("Prénoms", child.given(", ")),
            (if filled { child.agree("Né le", "Née le") } else { "Né(e) le" }, written(child.birth)),
            ("à", pair.town.to_owned()),
            ("Délivré conforme aux registres, le", figures((made.0, made.1, (made.2 + 2).min(28)), "/")),
        ];
        for (k, (label, text)) in rows.iter().enumerate() {
            let text = if filled { text.as_str() } else { "" };
            dots(d, (left + 12.0, top + 56.0 + k as f32 * 21.0, room - 24.0), label, ("", text), types);
        }
        d.left(left + 12.0, top + 56.0 + 6.0 * 21.0, "L'officier de l'état civil", &printed);
        if filled {
            marks::signature(d.c, left + room * 0.45, top + 56.0 + 6.2 * 21.0, 60.0, &mut d.rng);
            super::civil_kit::seal(d, left + room * 0.8, top + 58.0 + 6.4 * 21.0);
        }
        if beside {
            d.rule(left, top + 240.0, left + room, top + 240.0, 0.4);
            d.left(left + 12.0, top + 254.0, "Mentions marginales", &printed);
            d.left(left + 12.0, top + 310.0, "Décès - Acte n°", &printed);
            d.c.dotted(left + 80.0, left + room - 12.0, top + 312.0);
            d.left(left + 12.0, top + 330.0, "Date et lieu", &printed);
            d.c.dotted(left + 66.0, left + room - 12.0, top + 332.0);
        }
    }
}
