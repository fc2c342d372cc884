//! Letters and certificates.

use crate::pages::compose::{Align, Manner};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, codes, company, person, street, town, words};

/// Sender's block: name, street, town, telephone; the sender is an office, a company or a person.
pub(super) fn sender(d: &mut Desk<'_, '_>) -> Vec<String> {
    let rng = &mut d.rng;
    let mut lines = vec![match rng.below(3) {
        0 => rng.pick(words::OFFICES).to_owned(),
        1 => company(rng),
        _ => person(rng),
    }];
    if rng.chance(0.3) {
        lines.push(
            rng.pick(&[
                "Service clientèle", "Direction des ressources humaines", "Bureau des affaires générales",
                "Agence de Lyon-Part-Dieu",
            ])
            .to_owned(),
        );
    }
    lines.push(street(rng));
    lines.push(town(rng));
    if rng.chance(0.5) {
        lines.push(format!("{} {}", rng.pick(&["Tél. :", "Téléphone", "Tél"]), codes::phone(rng)));
    }
    if rng.chance(0.4) {
        lines.push(codes::address(rng));
    }
    lines
}

/// Recipient's block as on an envelope.
pub(super) fn recipient(d: &mut Desk<'_, '_>) -> Vec<String> {
    let rng = &mut d.rng;
    let mut lines = vec![person(rng)];
    if rng.chance(0.2) {
        lines.push(company(rng));
    }
    if rng.chance(0.2) {
        lines.push(
            rng.pick(&[
                "Bâtiment B, escalier 3", "Résidence Les Tilleuls", "Appartement 12", "Chez M. Durand", "B.P. 405",
            ])
            .to_owned(),
        );
    }
    lines.push(street(rng));
    lines.push(town(rng));
    if rng.chance(0.4) {
        lines = lines.iter().map(|l| capitals(l, false)).collect();
    }
    lines
}

/// A footer of small print, centred over a rule at times.
pub(super) fn footer(d: &mut Desk<'_, '_>) {
    if d.rng.chance(0.35) {
        return;
    }
    let t = d.fonts.body.sized((d.size() * 0.62).max(5.6));
    let mut y = d.c.height - 22.0 - d.rng.range(0.0, 10.0);
    let siren = codes::siren(&mut d.rng);
    let siret = codes::grouped(&codes::siret(&siren, &mut d.rng), &[3, 3, 3, 5]);
    let name = company(&mut d.rng);
    let capital = codes::thousands(d.rng.between(1, 900) as u64 * 1000, " ");
    let place = d.rng.choose(words::TOWNS).1;
    let mut lines = vec![
        format!("{name} au capital de {capital} € - {} - {}", street(&mut d.rng), town(&mut d.rng)),
        format!("RCS {place} {} - SIRET {siret} - TVA {}", codes::grouped(&siren, &[3]), codes::vat(&siren)),
    ];
    if d.rng.chance(0.4) {
        lines.push(format!("Tél. {} - {}", codes::phone(&mut d.rng), codes::address(&mut d.rng)));
    }
    y -= t.size * 1.25 * (lines.len() - 1) as f32;
    if d.rng.chance(0.4) {
        let (a, b) = (d.x0(), d.x1());
        d.rule(a, y - t.size * 1.3, b, y - t.size * 1.3, 0.5);
    }
    let middle = d.c.width / 2.0;
    for (i, line) in lines.iter().enumerate() {
        if d.c.measure(line, &t, &mut d.rng) < d.c.width - 30.0 {
            d.centre(middle, y + i as f32 * t.size * 1.25, line, &t);
        }
    }
}

pub(super) fn letter(d: &mut Desk<'_, '_>) {
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let lead = d.leading;
    let mut y = d.margins[1] + body.size;
    // Letterhead.
    let head = sender(d);
    let mut x = d.x0();
    if d.rng.chance(0.35) {
        let size = d.rng.range(30.0, 60.0);
        marks::logo(d.c, x, y - body.size, size, &mut d.rng);
        if d.rng.chance(0.5) {
            x += size + 12.0;
        } else {
            y += size + 6.0;
        }
    }
    let name_size = body.size * d.rng.range(1.0, 1.8);
    let name = bold.sized(name_size);
    d.value("sender", x, y, &head[0], &name);
    let small = body.sized(body.size * d.rng.range(0.75, 1.0));
    let small_lead = small.size * 1.25;
    let after = d.block(x, y + small_lead * 1.15, &head[1..], &small, small_lead);
    // Address window, on the right in France.
    let window_x = d.c.width * d.rng.range(0.5, 0.58);
    let window_y = (d.c.height * d.rng.range(0.15, 0.22)).max(after);
    let to = recipient(d);
    let to_lead = body.size * 1.22;
    let mut next = d.block(window_x, window_y, &to, &body, to_lead);
    d.c.fields.push(crate::pages::compose::SetField {
        name: "recipient",
        value: to[0].clone(),
        quad: d.c.lines[d.c.lines.len() - to.len()].quad,
    });
    // Place and date.
    let date = codes::date(&mut d.rng);
    let place = d.rng.choose(words::TOWNS).1;
    let dated = format!("{place}, le {date}");
    next += lead * d.rng.range(0.5, 2.0);
    if d.rng.chance(0.6) {
        d.value("date", window_x, next, &dated, &body);
    } else {
        let x1 = d.x1();
        d.value_right("date", x1, next, &dated, &body);
    }
    // References.
    let (left, right) = (d.x0(), d.x1());
    let mut y = next + lead * d.rng.range(1.0, 2.5);
    let label_size = body.size * d.rng.range(0.8, 1.0);
    let label = body.sized(label_size);
    if d.rng.chance(0.7) {
        for (name, text) in [("our_reference", "Nos réf. :"), ("your_reference", "Vos réf. :")] {
            if d.rng.chance(0.7) {
                let reference = codes::reference(&mut d.rng);
                let at = left + label.size * d.rng.range(4.0, 7.0);
                d.labelled(name, left, at, y, text, &reference, (&label, &label));
                y += label.size * 1.3;
            }
        }
    }
    if d.rng.chance(0.85) {
        let subject = format!("Objet : {}", d.phrase(40));
        let t = if d.rng.chance(0.6) { bold.clone() } else { body.clone() };
        d.value("subject", left, y + lead * 0.3, &subject, &t);
        y += lead * 2.3;
    }
    // Body.
    let indent = if d.rng.chance(0.4) { body.size * d.rng.range(1.5, 5.0) } else { 0.0 };
    let justify = d.rng.chance(0.5);
    let manner = Manner { align: Align::Left, justify, hyphenate: justify && d.rng.chance(0.4), indent };
    let opening = d
        .rng
        .pick(&[
            "Madame, Monsieur,", "Monsieur,", "Madame,", "Cher Monsieur,", "Monsieur le Directeur,",
            "Chère cliente, cher client,",
        ])
        .to_owned();
    d.left(left + indent, y, &opening, &body);
    y += lead * 1.6;
    let end = d.bottom() - lead * 7.0;
    let paragraphs = d.rng.between(1, 6);
    for i in 0..paragraphs {
        if y > end {
            break;
        }
        let length = d.rng.between(80, 520) as usize;
        let mut text = d.prose(length);
        if i == 0 {
            text = format!("{} {text}", d.rng.pick(words::SENTENCES));
        }
        let t = if d.rng.chance(0.06) {
            bold.clone()
        } else if d.rng.chance(0.04) {
            d.fonts.italic.clone()
        } else {
            body.clone()
        };
        let items = d.rng.chance(0.12);
        if items {
            for _ in 0..d.rng.between(2, 5) {
                let n = d.rng.between(20, 110) as usize;
                let item = format!("{} {}", d.rng.pick(&["-", "•", "–", "—"]), d.phrase(n));
                y = d.paragraph(
                    left + body.size * 1.5,
                    y,
                    right - left - body.size * 1.5,
                    &item,
                    &body,
                    lead,
                    Manner::RAGGED,
                );
            }
        } else {
            y = d.paragraph(left, y, right - left, &text, &t, lead, manner);
        }
        y += lead * d.rng.range(0.2, 0.9);
    }
    let closing = d.rng.pick(&words::SENTENCES[1..4]).to_owned();
    y = d.paragraph(left, y, right - left, &closing, &body, lead, manner) + lead;
    // Signature.
    if y < d.bottom() - lead * 2.0 {
        let x = if d.rng.chance(0.75) { window_x } else { left };
        let signer = person(&mut d.rng);
        let title = d
            .rng
            .pick(&["Le Directeur", "La responsable du service", "Le Maire", "Le gestionnaire", "P/o le Président"])
            .to_owned();
        d.left(x, y, &title, &body);
        if d.rng.chance(0.8) {
            let width = d.rng.range(50.0, 120.0);
            marks::signature(d.c, x + 10.0, y + 30.0, width, &mut d.rng);
        }
        if d.rng.chance(0.25) {
            marks::stamp(d.c, x + 60.0, y + 30.0, &mut d.rng);
        }
        d.value("signatory", x, (y + 58.0).min(d.bottom()), &signer, &body);
        if d.rng.chance(0.25) {
            let t = body.sized(body.size * 0.85);
            let text = format!("P.J. : {}", d.rng.between(1, 6));
            let bottom = d.bottom();
            d.left(left, bottom, &text, &t);
        }
    }
    footer(d);
}

pub(super) fn certificate(d: &mut Desk<'_, '_>) {
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let lead = d.leading * 1.3;
    let mut y = d.margins[1] + body.size;
    let head = sender(d);
    let x = d.x0();
    y = d.block(x, y, &head, &body, body.size * 1.25) + lead * d.rng.range(1.0, 4.0);
    let title = d.rng.pick(&[
        "ATTESTATION", "CERTIFICAT DE TRAVAIL", "ATTESTATION SUR L'HONNEUR", "CERTIFICAT DE SCOLARITÉ",
        "ATTESTATION D'HÉBERGEMENT", "ATTESTATION DE PAIEMENT", "CERTIFICAT MÉDICAL", "ATTESTATION D'ASSURANCE",
        "CERTIFICAT DE RÉSIDENCE",
    ]);
    let big = bold.sized(body.size * d.rng.range(1.2, 2.2));
    let middle = d.c.width / 2.0;
    let width = d.centre(middle, y, title, &big);
    if d.rng.chance(0.4) {
        let pad = big.size * 0.6;
        d.c.frame(middle - width / 2.0 - pad, y - big.size - pad * 0.3, middle + width / 2.0 + pad, y + pad, 0.8);
    } else if d.rng.chance(0.4) {
        d.rule(middle - width / 2.0, y + big.size * 0.2, middle + width / 2.0, y + big.size * 0.2, 0.9);
    }
    y += lead * 2.5;
    let (left, right) = (d.x0(), d.x1());
    let holder = person(&mut d.rng);
    let first = format!(
        "Je soussigné{}, {}, certifie que {holder}, né(e) le {} à {}, demeurant {}, {},",
        d.rng.pick(&["", "e", "(e)"]),
        person(&mut d.rng),
        codes::date(&mut d.rng),
        d.rng.choose(words::TOWNS).1,
        street(&mut d.rng),
        town(&mut d.rng)
    );
    let n = d.rng.between(60, 400) as usize;
    let prose = d.prose(n);
    let manner = Manner { align: Align::Left, justify: d.rng.chance(0.5), hyphenate: false, indent: 0.0 };
    y = d.paragraph(left, y, right - left, &first, &body, lead, manner);
    if d.rng.chance(0.6) {
        // A block of labels and values.
        y += lead * 0.5;
        let at = left + body.size * d.rng.range(9.0, 14.0);
        let nir = codes::grouped(&codes::nir(&mut d.rng), &[1, 2, 2, 2, 3, 3, 2]);
        let reference = codes::reference(&mut d.rng);
        let rows = [
            ("holder", "Nom et prénom :", holder.clone()),
            ("nir", "N° de sécurité sociale :", nir),
            ("reference", "Référence :", reference),
        ];
        for (name, label, text) in rows {
            if d.rng.chance(0.75) {
                d.labelled(name, left + 12.0, at, y, label, &text, (&body, &bold));
                y += lead;
            }
        }
        y += lead * 0.5;
    }
    y = d.paragraph(left, y, right - left, &prose, &body, lead, manner);
    y = d.paragraph(
        left,
        y + lead * 0.5,
        right - left,
        "Cette attestation est délivrée pour servir et valoir ce que de droit.",
        &body,
        lead,
        manner,
    );
    y += lead;
    let dated = format!("Fait à {}, le {}", d.rng.choose(words::TOWNS).1, codes::date(&mut d.rng));
    let x = d.c.width * d.rng.range(0.45, 0.6);
    d.value("date", x, y, &dated, &body);
    marks::signature(d.c, x + 20.0, y + 40.0, 90.0, &mut d.rng);
    if d.rng.chance(0.6) {
        let (sx, sy) = (x + d.rng.range(-60.0, 80.0), y + d.rng.range(20.0, 60.0));
        marks::stamp(d.c, sx, sy, &mut d.rng);
    }
    footer(d);
}

/// A letter by hand, with a printed head at times; the lines wander.
pub(super) fn handwritten(d: &mut Desk<'_, '_>) {
    let wish = crate::faces::Wish::default();
    let face = d.c.faces.choose(&[crate::faces::FaceClass::Hand], wish, &mut d.rng);
    let Some(face) = face.filter(|f| f.class() == crate::faces::FaceClass::Hand) else {
        return letter(d);
    };
    let mut y = d.margins[1];
    if d.rng.chance(0.5) {
        let head = sender(d);
        let body = d.fonts.body.clone();
        let x = d.x0();
        y = d.block(x, y, &head, &body, body.size * 1.25) + 30.0;
    }
    let size = d.rng.range(12.0, 21.0);
    let leading = size * d.rng.range(1.25, 1.9);
    let ruled = d.rng.chance(0.25);
    let drift = d.rng.near_zero(0.03);
    let (x0, x1) = (d.x0(), d.x1());
    while y < d.bottom() {
        let indent = if d.rng.chance(0.15) { d.rng.range(10.0, 120.0) } else { d.rng.range(0.0, 6.0) };
        let per = size * face.data().metrics.mean_advance * 1.15;
        let length = ((x1 - x0 - indent) / per)
            * if d.rng.chance(0.12) { d.rng.range(0.2, 0.8) } else { d.rng.range(0.85, 0.98) };
        let text = match d.rng.below(14) {
            0 => codes::date(&mut d.rng),
            _ => d.phrase(length.max(3.0) as usize),
        };
        let t = crate::pages::compose::Type {
            face: std::sync::Arc::clone(&face),
            size,
            tracking: 0.0,
            stretch: 1.0,
            small_caps: false,
            kern: true,
            tone: 0,
        };
        let width = d.c.measure(&text, &t, &mut d.rng);
        if width < x1 - x0 - indent + 20.0 {
            let slope = drift + d.rng.near_zero(0.02);
            let strength = d.rng.between(170, 256) as u16;
            let (cx, cy) = (x0 + indent + width / 2.0, y + d.rng.near_zero(0.15) * size - slope.abs() * 10.0);
            marks::turned(d.c, cx, cy, &text, size, slope, strength, &face, &mut d.rng);
        }
        if ruled {
            d.c.rule(x0, y + size * 0.4, x1, y + size * 0.4, 0.4, 90);
        }
        y += leading;
        if d.rng.chance(0.06) {
            y += leading;
        }
    }
    marks::signature(d.c, x1 - 150.0, (y + 20.0).min(d.c.height - 40.0), 100.0, &mut d.rng);
}
