//! Letters: where sender, recipient, references, subject and text stand. What they say is with who writes them.

use super::trade_kit::*;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::mark;
use crate::pages::marks;
use crate::rng::Rng;

/// A letter. What is empty is left out.
#[derive(Default)]
pub(super) struct Mail {
    pub(super) sender: Vec<String>,
    /// Said under the sender's name: a service, a slogan, a register.
    pub(super) below: Vec<String>,
    pub(super) phone: String,
    pub(super) email: String,
    pub(super) to: Vec<String>,
    pub(super) ours: String,
    pub(super) yours: String,
    pub(super) file: String,
    /// Who deals with it.
    pub(super) by: String,
    pub(super) place: String,
    pub(super) date: String,
    /// How it is sent, such as by registered mail.
    pub(super) sending: String,
    /// A line above all in large type.
    pub(super) title: String,
    pub(super) subject: String,
    pub(super) hello: String,
    pub(super) body: Vec<String>,
    /// Rows of what is owed, the last of them the sum.
    pub(super) owed: Vec<(String, String)>,
    pub(super) closing: String,
    pub(super) signer: Vec<String>,
    pub(super) notes: Vec<String>,
    pub(super) foot: Vec<String>,
    /// Whether a firm's emblem is shown.
    pub(super) emblem: bool,
}

/// Labels of references, as one sender writes them.
fn labels(k: &mut Rng) -> (&'static str, &'static str, &'static str) {
    k.choose(&[
        ("Nos réf. :", "Vos réf. :", "Dossier :"),
        ("N/Réf. :", "V/Réf. :", "Dossier n°"),
        ("Notre référence :", "Votre référence :", "N° de dossier :"),
        ("N. réf.", "V. réf.", "Dossier"),
        ("Réf. à rappeler :", "Votre courrier réf. :", "Numéro de dossier :"),
    ])
}

/// The references, telephone and e-mail that a letter has, each on a row.
fn reference_rows<'m>(m: &'m Mail, k: &mut Rng) -> Vec<(&'static str, &'static str, &'m str)> {
    let (ours, yours, file) = labels(k);
    let (phone, email) = k.choose(&[("Tél. :", "Courriel :"), ("Téléphone :", "Mél. :"), ("Tél", "E-mail :")]);
    [
        (ours, "our_reference", &m.ours),
        (yours, "your_reference", &m.yours),
        (file, "file_number", &m.file),
        ("Suivi par :", "", &m.by),
        (phone, "phone", &m.phone),
        (email, "email", &m.email),
    ]
    .into_iter()
    .filter(|row| !row.2.is_empty())
    .map(|(a, b, c)| (a, b, c.as_str()))
    .collect()
}

/// Place and date, from the left or right of `x`.
fn day_line(d: &mut Desk<'_, '_>, x: f32, y: f32, m: &Mail, right: bool, p: &Pens, k: &mut Rng) {
    let text = match k.below(4) {
        0 => format!("À {}, le {}", m.place, m.date),
        1 => format!("Fait à {}, le {}", m.place, m.date),
        _ => format!("{}, le {}", m.place, m.date),
    };
    let since = d.c.lines.len();
    fit(d, "", (x, y), 250.0, &text, &p.n, if right { R } else { L });
    mark(d, since, "date", &m.date);
}

/// How it is sent, the subject, then all that follows; the signature right or left.
fn text(d: &mut Desk<'_, '_>, (x0, x1): (f32, f32), mut y: f32, m: &Mail, p: &Pens, k: &mut Rng) -> f32 {
    let width = x1 - x0;
    if !m.sending.is_empty() {
        put(d, x0, y, width, &m.sending, &p.i);
        y += p.n.size * 1.9;
    }
    if !m.title.is_empty() {
        fit(d, "", ((x0 + x1) / 2.0, y + 4.0), width, &m.title, &p.h, C);
        y += p.n.size * 2.6;
    }
    let label = k.pick(&["Objet :", "OBJET :", "Objet :", "Concerne :"]);
    let t = if k.chance(0.6) { &p.b } else { &p.n };
    let t = t.clone();
    kv(d, (x0, x0, x1), y, (label, "subject", &m.subject), (&p.b, &t));
    y += p.n.size * 2.3;
    if !m.hello.is_empty() {
        put(d, x0, y, width, &m.hello, &p.n);
        y += p.n.size * 2.0;
    }
    let straight = k.chance(0.5);
    for (i, part) in m.body.iter().enumerate() {
        y = if straight { full(d, x0, y, width, part, &p.n) } else { para(d, x0, y, width, part, &p.n) }
            + p.n.size * 0.7;
        if i == 0 && !m.owed.is_empty() {
            y = owed(d, (x0, x1), y + 2.0, m, p, k) + 8.0;
        }
    }
    y = para(d, x0, y, width, &m.closing, &p.n) + p.n.size * 1.4;
    let x = if k.chance(0.75) { x0 + width * 0.55 } else { x0 };
    let room = if x > x0 { width * 0.45 } else { width };
    let lead = p.n.size * 1.25;
    let Some((name, above)) = m.signer.split_last() else { return y };
    for line in above {
        put(d, x, y, room, line, &p.n);
        y += lead;
    }
    marks::signature(d.c, x + 8.0, y + 16.0, 90.0, k);
    y += 46.0;
    put(d, x, y, room, name, &p.n);
    y += lead * 1.6;
    for note in &m.notes {
        put(d, x0, y, width, note, &p.s.sized(p.n.size * 0.86));
        y += lead * 0.95;
    }
    y
}

/// What is owed, row by row.
fn owed(d: &mut Desk<'_, '_>, (x0, x1): (f32, f32), mut y: f32, m: &Mail, p: &Pens, k: &mut Rng) -> f32 {
    let cols = columns(x0 + 16.0, x1 - 16.0, &[(3.2, L), (1.0, R)]);
    let ruled = k.chance(0.5);
    let (top, lead) = (y - p.n.size * 0.4, p.n.size * 1.6);
    y += p.n.size * 0.9;
    for (i, (label, cents)) in m.owed.iter().enumerate() {
        let last = i + 1 == m.owed.len();
        let row = [("", label.clone()), (if last { "amount" } else { "" }, cents.clone())];
        cells(d, y, &cols, &row, if last { &p.b } else { &p.n });
        if ruled {
            d.rule(cols[0].0, y + lead * 0.32, cols[1].1, y + lead * 0.32, 0.4);
        }
        y += lead;
    }
    if ruled {
        grid(d, top, y - lead * 0.68, &cols);
    }
    y
}

fn foot(d: &mut Desk<'_, '_>, m: &Mail, p: &Pens) {
    let y = 818.0 - m.foot.len() as f32 * p.s.size * 1.25;
    if !m.foot.is_empty() {
        d.rule(60.0, y - p.s.size * 1.4, 535.0, y - p.s.size * 1.4, 0.4);
    }
    for (i, line) in m.foot.iter().enumerate() {
        fit(d, "", (297.0, y + i as f32 * p.s.size * 1.25), 490.0, line, &p.s, C);
    }
}

/// The sender's name and what is said under it; returns the next baseline.
fn head(d: &mut Desk<'_, '_>, (x, y): (f32, f32), room: f32, m: &Mail, p: &Pens) -> f32 {
    let Some((name, rest)) = m.sender.split_first() else { return y };
    fit(d, "sender", (x, y), room, name, &p.b.sized(p.n.size * 1.15), L);
    let mut lines = rest.to_vec();
    lines.extend(m.below.iter().cloned());
    block(d, "", (x, y + p.n.size * 1.4), room, &lines, &p.n)
}

/// Sender at the left head, references in a column under it, recipient at the right.
pub(super) fn column(d: &mut Desk<'_, '_>, m: &Mail) {
    let mut k = d.rng.fork();
    let size = k.range(10.2, 11.4);
    let p = pens(d, size);
    let mut x = 52.0;
    if m.emblem {
        emblem(d, 46.0, 28.0, 54.0, &mut k);
        x = 108.0;
    }
    let y = head(d, (x, 48.0), 270.0 - x + 40.0, m, &p);
    let rows = reference_rows(m, &mut k);
    let below = kvs(d, (52.0, 110.0, 296.0), y.max(112.0) + 14.0, 12.5, &rows, (&p.s, &p.s));
    block(d, "recipient", (326.0, 138.0), 220.0, &m.to, &p.n.sized(p.n.size * 1.06));
    let y = below.max(204.0) + 12.0;
    day_line(d, 326.0, y, m, false, &p, &mut k);
    text(d, (52.0, 545.0), y + 30.0, m, &p, &mut k);
    foot(d, m, &p);
}

/// Sender at the right head, recipient in a window at the left, references in a row.
pub(super) fn window(d: &mut Desk<'_, '_>, m: &Mail) {
    let mut k = d.rng.fork();
    let size = k.range(10.3, 11.6);
    let p = pens(d, size);
    if m.emblem {
        emblem(d, 56.0, 26.0, 58.0, &mut k);
    }
    let y = head(d, (336.0, 46.0), 215.0, m, &p);
    let rows = reference_rows(m, &mut k);
    let below = kvs(d, (336.0, 392.0, 552.0), y + 6.0, 12.0, &rows, (&p.s, &p.s));
    block(d, "recipient", (66.0, 142.0), 230.0, &m.to, &p.n.sized(p.n.size * 1.06));
    let y = below.max(206.0) + 16.0;
    day_line(d, 336.0, y, m, false, &p, &mut k);
    text(d, (62.0, 540.0), y + 32.0, m, &p, &mut k);
    foot(d, m, &p);
}

/// Only an emblem or nothing at the head: the sender, with telephone and e-mail, stands at the foot of the sheet.
pub(super) fn footed(d: &mut Desk<'_, '_>, m: &Mail) {
    let mut k = d.rng.fork();
    let size = k.range(10.3, 11.6);
    let p = pens(d, size);
    if m.emblem {
        emblem(d, 262.0, 22.0, 70.0, &mut k);
    }
    block(d, "recipient", (322.0, 134.0), 220.0, &m.to, &p.n.sized(p.n.size * 1.06));
    day_line(d, 60.0, 138.0, m, false, &p, &mut k);
    let all = reference_rows(m, &mut k);
    let rows: Vec<_> = all.iter().filter(|r| r.1 != "phone" && r.1 != "email").copied().collect();
    let y = kvs(d, (60.0, 128.0, 300.0), 158.0, 13.0, &rows, (&p.n, &p.n));
    text(d, (60.0, 540.0), y.max(218.0) + 18.0, m, &p, &mut k);
    let small = p.s.sized(p.n.size * 0.86);
    d.rule(60.0, 748.0, 540.0, 748.0, 0.8);
    let mut lines = m.sender.clone();
    lines.extend(m.below.iter().take(1).cloned());
    block(d, "sender", (60.0, 760.0), 230.0, &lines, &small);
    let rows: Vec<_> = all.iter().filter(|r| r.1 == "phone" || r.1 == "email").copied().collect();
    kvs(d, (320.0, 368.0, 540.0), 760.0, 12.0, &rows, (&small, &small));
    if let Some(line) = m.foot.first() {
        fit(d, "", (297.0, 818.0), 480.0, line, &p.s, C);
    }
}

/// As a person types one: the sender at the left, the recipient lower at the right.
pub(super) fn typed(d: &mut Desk<'_, '_>, m: &Mail) {
    let mut k = d.rng.fork();
    let size = k.range(10.8, 12.0);
    let p = pens(d, size);
    let (x0, x1) = (66.0, 536.0);
    let y = block(d, "sender", (x0, 62.0), 230.0, &m.sender, &p.n);
    let rows = reference_rows(m, &mut k);
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(a, b, c)| {
            (if b == "your_reference" || b == "file_number" { a } else { a.trim_start_matches("Nos ") }, b, c)
        })
        .collect();
    let y = kvs(d, (x0, x0, 320.0), y, size * 1.25, &rows, (&p.n, &p.n));
    let y = block(d, "recipient", (326.0, y.max(124.0) + 6.0), 210.0, &m.to, &p.n);
    day_line(d, 326.0, y + 16.0, m, false, &p, &mut k);
    text(d, (x0, x1), y + 50.0, m, &p, &mut k);
}

/// The recipient at the left under the date; who writes is told under the signature.
pub(super) fn signed(d: &mut Desk<'_, '_>, m: &Mail) {
    let mut k = d.rng.fork();
    let size = k.range(11.0, 12.2);
    let p = pens(d, size);
    let (x0, x1) = (72.0, 530.0);
    day_line(d, x1, 70.0, m, true, &p, &mut k);
    let y = block(d, "recipient", (x0, 112.0), 250.0, &m.to, &p.n);
    let rows = reference_rows(m, &mut k);
    let refs: Vec<_> = rows.iter().filter(|r| r.1 != "phone" && r.1 != "email").copied().collect();
    let y = kvs(d, (x0, x0, x1), y + 18.0, size * 1.3, &refs, (&p.n, &p.n));
    let y = text(d, (x0, x1), y + 14.0, m, &p, &mut k);
    let y = block(d, "sender", (x0, y + 8.0), 240.0, &m.sender, &p.n);
    let own: Vec<_> = rows.iter().filter(|r| r.1 == "phone" || r.1 == "email").copied().collect();
    kvs(d, (x0, x0, x1), y, size * 1.25, &own, (&p.n, &p.n));
}

/// Sender centred over the whole head, as cabinets print it; partners in a narrow column at the left of the text.
pub(super) fn cabinet(d: &mut Desk<'_, '_>, m: &Mail, partners: &[String]) {
    let mut k = d.rng.fork();
    let size = k.range(10.3, 11.6);
    let p = pens(d, size);
    let Some((name, rest)) = m.sender.split_first() else { return };
    fit(d, "sender", (297.0, 54.0), 480.0, name, &p.h, C);
    let mut y = 70.0;
    for line in m.below.iter().chain(rest) {
        fit(d, "", (297.0, y), 480.0, line, &p.n, C);
        y += p.n.size * 1.25;
    }
    d.rule(60.0, y - 2.0, 535.0, y - 2.0, 0.5);
    let (x0, x1) = if partners.is_empty() { (62.0, 536.0) } else { (176.0, 544.0) };
    for (i, line) in partners.iter().enumerate() {
        put(d, 44.0, y + 26.0 + i as f32 * 12.0, 118.0, line, if i % 3 == 0 { &p.sb } else { &p.s });
    }
    let to = block(d, "recipient", (332.0, y + 34.0), 208.0, &m.to, &p.n.sized(p.n.size * 1.06));
    day_line(d, 332.0, to + 14.0, m, false, &p, &mut k);
    let rows = reference_rows(m, &mut k);
    let below =
        kvs(d, (x0, x0 + 64.0, if partners.is_empty() { 320.0 } else { 326.0 }), y + 36.0, 13.0, &rows, (&p.s, &p.s));
    text(d, (x0, x1), below.max(to + 30.0) + 18.0, m, &p, &mut k);
    foot(d, m, &p);
}
