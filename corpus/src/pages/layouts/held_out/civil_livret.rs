//! Family record books: the open booklet of today, pages of older ones, photocopies on one sheet.

use super::civil_kit::{Commune, commune, givens, later, of_sex, upper};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, figures, of, spelled, written};
use crate::pages::layouts::kit::pen::{Centre, Left, Pen, Right, Rules, Ty, Who, f};
use crate::pages::layouts::page::Page;
use crate::pages::marks;
use crate::rng::Rng;

pub(super) const PAGES: &[Page] = &[
    Page { name: "livret_famille", sheet: open_sheet, set: open_booklet },
    Page { name: "livret_famille", sheet: leaf_sheet, set: old_leaf },
    Page::a4("livret_famille", copied),
    Page::a4("livret_famille", filled_form),
];

fn open_sheet(rng: &mut Rng) -> Option<(f32, f32)> {
    Some(if rng.chance(0.5) { (595.3, 421.0) } else { (680.0, 480.0) })
}

fn leaf_sheet(rng: &mut Rng) -> Option<(f32, f32)> {
    rng.chance(0.7).then_some((340.0, 486.0))
}

/// A couple, where and when they married.
fn couple(p: &Pen<'_, '_, '_>, from: i64, to: i64) -> (Who, Who, Commune, Day) {
    let man = of_sex(p, false, from, to);
    let woman = of_sex(p, true, from, to);
    let wed = (to + p.any(21, 30), p.any(1, 12), p.any(1, 28));
    (man, woman, commune(p), wed)
}

/// Dots under a line, and what is written on it after its label.
fn dotted(p: &mut Pen<'_, '_, '_>, label: &str, said: &str) {
    let t = p.ty(Ty::Small);
    let width = if label.is_empty() { 0.0 } else { p.d.c.measure(label, &t, &mut p.d.rng) + 4.0 };
    let (x, y, w) = (p.x, p.y, p.w);
    p.d.c.dotted(x + width, x + w, y + 2.5);
    p.put(x, y, w, Ty::Small, Left, label);
    p.put(x + width + 3.0, y, w - width - 4.0, Ty::Body, Left, said);
    p.y += p.lead * 1.18;
}

/// One of the two at the side of the open booklet.
fn half(p: &mut Pen<'_, '_, '_>, title: &str, who: &Who) {
    p.say(Ty::Bold, Centre, title);
    p.gap(0.3);
    let given = givens(p, who, ", ");
    let (father, mother) = (p.who(1920, 1960), of_sex(p, true, 1920, 1960));
    let father = format!("{} {}", father.first, who.last);
    dotted(p, "Nom", &who.last);
    dotted(p, "Prénoms", &given);
    dotted(p, who.agree("Né le", "Née le"), &written(who.birth));
    dotted(p, "à", who.born_at);
    dotted(p, who.agree("Fils de", "Fille de"), &father);
    dotted(p, "et de", &mother.name());
}

/// Two pages of the booklet side by side: the marriage, and the spouses.
fn open_booklet(d: &mut Desk<'_, '_>) {
    let mut p = Pen::new(d, 8.6, 26.0, 30.0);
    let (man, woman, place, wed) = couple(&p, 1955, 1996);
    let (x, w) = (p.x, p.w);
    let fold = x + w / 2.0;
    let (top, h) = (p.y, p.d.c.height);
    p.d.rule(fold, 6.0, fold, h - 6.0, 0.4);
    p.w = w / 2.0 - 16.0;
    p.say(Ty::Head, Centre, "EXTRAIT DE L'ACTE DE MARIAGE");
    p.gap(0.4);
    let said = format!("{}", p.any(2, 240));
    dotted(&mut p, "Acte n°", &said);
    dotted(&mut p, "Commune", &format!("{} ({})", place.1, place.2));
    let when = if p.chance(0.5) { written(wed) } else { spelled(wed) };
    dotted(&mut p, "Date du mariage", &f("wedding_date", when));
    p.gap(0.5);
    half(&mut p, "ÉPOUX", &man);
    p.gap(0.5);
    if p.chance(0.5) {
        let notary = p.who(1940, 1970).name();
        dotted(&mut p, "Contrat de mariage", &format!("reçu par Me {notary}"));
    } else {
        let said = p.pick(&["néant", "sans contrat", "pas de contrat"]);
        dotted(&mut p, "Contrat de mariage", said);
    }
    p.x = fold + 16.0;
    p.y = top;
    half(&mut p, "ÉPOUSE", &woman);
    p.gap(0.8);
    p.say(Ty::Small, Left, "Délivré conforme aux registres");
    let said = figures(later(wed, p.any(0, 6)), "/");
    dotted(&mut p, "le", &said);
    p.gap(0.4);
    p.say(Ty::Small, Right, "L'officier de l'état civil,");
    let (sx, sy) = (p.x, p.y);
    marks::signature(p.d.c, sx + p.w * 0.55, sy + 16.0, 80.0, &mut p.d.rng);
    if p.chance(0.7) {
        marks::stamp(p.d.c, sx + 62.0, sy + 22.0, &mut p.d.rng);
    }
    p.put(sx, sy + 6.0, 60.0, Ty::Tiny, Left, "Sceau");
    p.y = sy + 78.0;
    if p.y < h - 110.0 {
        p.say(Ty::Bold, Centre, "MENTIONS MARGINALES");
        for _ in 0..3 {
            dotted(&mut p, "", "");
        }
    }
    let n = p.any(2, 6);
    p.put(x, h - 14.0, 30.0, Ty::Tiny, Left, format!("{n}"));
    p.put(x + w, h - 14.0, 30.0, Ty::Tiny, Right, format!("{}", n + 1));
}

/// A page of a booklet of the second half of last century.
fn old_leaf(d: &mut Desk<'_, '_>) {
    let wide = d.c.width < 400.0;
    let mut p =
        Pen::new(d, if wide { 8.8 } else { 11.0 }, if wide { 24.0 } else { 92.0 }, if wide { 34.0 } else { 84.0 });
    let (man, woman, place, wed) = couple(&p, 1922, 1958);
    let (x, y, w) = (p.x, p.y, p.w);
    p.say(Ty::Title, Centre, "MARIAGE");
    p.say(Ty::Small, Centre, "Extrait des registres des actes de l'état civil");
    p.gap(0.5);
    dotted(&mut p, "Département d", &format!("  {}", place.2));
    let said = format!("  {}", upper(&p, place.1));
    dotted(&mut p, "Mairie d", &said);
    p.gap(0.4);
    let at = spelled(wed);
    dotted(&mut p, "Le", &f("wedding_date", at));
    p.say(Ty::Small, Left, "a été célébré le mariage");
    p.gap(0.3);
    dotted(&mut p, "Entre M.", &man.name());
    dotted(&mut p, "né le", &figures(man.birth, "-"));
    dotted(&mut p, "à", man.born_at);
    let said = p.pick(&["ajusteur", "cultivateur", "comptable", "mécanicien", "employé S.N.C.F."]);
    dotted(&mut p, "profession", said);
    p.gap(0.4);
    dotted(&mut p, "et Mlle", &woman.name());
    dotted(&mut p, "née le", &figures(woman.birth, "-"));
    dotted(&mut p, "à", woman.born_at);
    let said = p.pick(&["sans", "couturière", "sténodactylo", "institutrice", "vendeuse"]);
    dotted(&mut p, "profession", said);
    p.gap(0.4);
    p.say(Ty::Small, Left, p.pick(&["Il n'a pas été fait de contrat de mariage.", "Régime légal, sans contrat."]));
    p.gap(0.3);
    let said = format!("{}", p.any(3, 180));
    dotted(&mut p, "Acte n°", &said);
    dotted(&mut p, "Délivré le", &figures(wed, "-"));
    p.gap(0.5);
    p.say(Ty::Italic, Right, "L'Officier de l'État Civil,");
    let low = p.y;
    marks::signature(p.d.c, x + w * 0.5, low + 10.0, 90.0, &mut p.d.rng);
    if p.chance(0.8) {
        marks::stamp(p.d.c, x + w * 0.25, low + 12.0, &mut p.d.rng);
    }
    p.frame(x - 10.0, y - 24.0, w + 20.0, low + 64.0 - y);
}

/// A copied booklet: the marriage above, the children below.
fn copied(d: &mut Desk<'_, '_>) {
    let mut p = Pen::new(d, 9.4, 70.0, 60.0);
    let (man, woman, place, wed) = couple(&p, 1968, 1995);
    let (x, w) = (p.x, p.w);
    let half = (w - 24.0) / 2.0;
    let top = p.y;
    p.say(Ty::Bold, Centre, "RÉPUBLIQUE FRANÇAISE");
    p.say(Ty::Head, Centre, "LIVRET DE FAMILLE");
    p.gap(0.5);
    let said = format!("Mariage célébré à {} le {}", place.1, f("wedding_date", p.date(wed)));
    p.say(Ty::Bold, Left, said);
    p.say(Ty::Body, Left, format!("Acte n° {} – Mairie {}", p.any(1, 320), of(place.1)));
    p.gap(0.4);
    let start = p.y;
    for (i, (title, who)) in [("L'époux", &man), ("L'épouse", &woman)].into_iter().enumerate() {
        let bx = x + i as f32 * (half + 24.0);
        let given = givens(&p, who, " ");
        let lines = [
            who.last.clone(),
            given,
            format!("{} {}", who.agree("né le", "née le"), figures(who.birth, "/")),
            format!("à {}", who.born_at),
            format!("{} {} {}", who.agree("fils de", "fille de"), p.who(1930, 1960).first, who.last),
            format!("et de {}", of_sex(&p, true, 1930, 1960).name()),
        ];
        p.put(bx, start, half, Ty::Italic, Left, title);
        p.y = p.block(bx, start + 16.0, half, Ty::Body, &lines);
    }
    p.gap(0.6);
    let base = p.y;
    p.block(x, base, half, Ty::Small, &["Pour extrait conforme,".into(), format!("le {}", figures(wed, "/"))]);
    marks::signature(p.d.c, x + w * 0.6, base + 8.0, 90.0, &mut p.d.rng);
    marks::stamp(p.d.c, x + w * 0.42, base + 14.0, &mut p.d.rng);
    p.y = base + 60.0;
    p.frame(x - 16.0, top - 22.0, w + 32.0, base + 70.0 - top);
    p.y = base + 100.0;
    let second = p.y;
    p.say(Ty::Head, Centre, "ENFANTS");
    p.gap(0.4);
    for n in 0..p.any(1, 3) {
        let child = p.who(wed.0 + 1 + n * 3, wed.0 + 3 + n * 3);
        let rank = ["Premier enfant", "Deuxième enfant", "Troisième enfant"][n as usize];
        p.say(Ty::Bold, Left, format!("{rank} – extrait de l'acte de naissance n° {}", p.any(10, 2400)));
        let place = commune(&p).1;
        p.say(Ty::Body, Left, format!("{} {}", givens(&p, &child, ", "), man.last));
        let born = figures(child.birth, "/");
        p.say(Ty::Body, Left, format!("{} le {born} à {place}", child.agree("né", "née")));
        let (sx, sy) = (x + w * 0.62, p.y - 20.0);
        p.put(x, p.y, w * 0.5, Ty::Small, Left, format!("Délivré conforme le {}", figures(later(child.birth, 3), "/")));
        marks::signature(p.d.c, sx, sy, 80.0, &mut p.d.rng);
        p.gap(2.6);
    }
    let low = p.y;
    p.frame(x - 16.0, second - 22.0, w + 32.0, low - second + 16.0);
}

/// A booklet printed by a town hall's program, all of a family in one table of boxes.
fn filled_form(d: &mut Desk<'_, '_>) {
    let mut p = Pen::new(d, 9.8, 48.0, 50.0);
    let (man, woman, place, wed) = couple(&p, 1972, 1994);
    let (x, w) = (p.x, p.w);
    p.ends(Ty::Small, format!("Livret de famille n° {}", p.digits(7)), "page 2");
    p.rule();
    p.gap(0.6);
    let same = p.chance(0.12);
    p.say(Ty::Head, Left, "EXTRAIT DE L'ACTE DE MARIAGE");
    let label = p.pick(&["Le mariage a été célébré le", "Mariés le", "Date de la célébration"]);
    let rows = [
        ("Numéro de l'acte", format!("{}/{}", p.any(1, 150), wed.0)),
        (label, f("wedding_date", written(wed))),
        ("Lieu de la célébration", format!("{} – {}", place.1, place.2)),
    ];
    p.rows(170.0, &rows, true);
    p.gap(0.8);
    let facts = |p: &Pen<'_, '_, '_>, who: &Who| {
        [
            who.last.clone(),
            givens(p, who, ", "),
            figures(who.birth, "/"),
            who.born_at.to_owned(),
            format!("{} {}", p.who(1930, 1955).first, who.last),
            of_sex(p, true, 1930, 1955).name(),
        ]
    };
    let (one, two) = (facts(&p, &man), facts(&p, &woman));
    let rows: Vec<Vec<String>> =
        ["Nom de famille", "Prénom(s)", "Date de naissance", "Lieu de naissance", "Père", "Mère"]
            .iter()
            .zip(one.into_iter().zip(two))
            .map(|(label, (a, b))| vec![(*label).to_owned(), a, b])
            .collect();
    let heads = if same { ["", "Premier conjoint", "Second conjoint"] } else { ["", "Époux", "Épouse"] };
    p.table(Ty::Body, (&[1.6, 2.6, 2.6], "lll"), &heads, &rows, Rules::Grid);
    p.rows(170.0, &[("Contrat de mariage", p.pick(&["Sans contrat préalable", "Néant"]).to_owned())], false);
    p.gap(0.5);
    p.say(Ty::Body, Left, "Certifié conforme à l'acte par l'officier de l'état civil soussigné.");
    let end = p.who(1955, 1980).name();
    p.sign(x + w * 0.55, &[format!("{}, le {}", place.1, figures(wed, "/")), end]);
    p.gap(1.0);
    p.say(Ty::Head, Left, "DÉCÈS DES ÉPOUX");
    p.gap(0.4);
    for title in ["Époux : décédé le", "Épouse : décédée le"] {
        dotted(&mut p, title, "");
        dotted(&mut p, "à", "");
        p.gap(0.6);
    }
    p.foot(
        Centre,
        &["Le livret de famille doit être présenté aux services de l'état civil pour y porter tout changement \
           intervenu dans l'état civil de ses titulaires. Il doit être rendu complet en cas de nouvelle délivrance."
            .into()],
    );
}
