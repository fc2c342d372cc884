//! Letters of lawyers.

use super::Page;
use super::mail_people::{body, file_number, said};
use super::stationery::{
    C, Citizen, Firm, L, address, foot, heavy, kv, lately, letter_day, line, one, phone, put, roman, slanted, slug,
    surname,
};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[Page::a4("courrier_avocat", lawyer)];

type Matter = (&'static str, &'static [&'static str]);

const CASES: &[Matter] = &[
    (
        "Audience devant le tribunal judiciaire",
        &[
            "Je vous informe que l'affaire citée en référence a été appelée à l'audience de mise en état et renvoyée pour conclusions du défendeur.",
            "Mon confrère adverse m'a communiqué ses écritures par le RPVA. Vous en trouverez la copie sous ce pli : je vous remercie de me faire part de vos observations avant la fin du mois.",
            "Je vous rappelle que votre présence à l'audience n'est pas obligatoire, le ministère d'avocat l'étant.",
        ],
    ),
    (
        "Protocole transactionnel",
        &[
            "Je fais suite à notre entretien téléphonique et vous prie de trouver ci-joint le projet de protocole établi avec le conseil de la partie adverse.",
            "Aux termes de cet accord, les parties se consentent des concessions réciproques et renoncent à toute instance. J'attire votre attention sur la clause de confidentialité de l'article 5.",
            "Si ce texte recueille votre agrément, vous voudrez bien parapher chaque page et le signer en trois exemplaires.",
        ],
    ),
    (
        "Provision sur frais et honoraires",
        &[
            "Conformément à la convention d'honoraires que nous avons signée, je vous adresse ma demande de provision pour la procédure engagée devant le conseil de prud'hommes.",
            "Je vous saurais gré de bien vouloir m'en faire parvenir le règlement afin de me permettre de poursuivre mes diligences.",
            "Je ne manquerai pas de vous tenir informé de la date de l'audience de conciliation dès que le greffe me l'aura communiquée.",
        ],
    ),
    (
        "Expertise judiciaire - convocation",
        &[
            "Monsieur l'expert désigné par ordonnance de référé a fixé la première réunion sur les lieux, où votre présence est indispensable.",
            "Je vous remercie de rassembler les pièces du marché, les comptes rendus de chantier et les photographies des désordres, que je communiquerai contradictoirement.",
            "La consignation mise à votre charge par le tribunal devra être versée à la régie avant cette réunion.",
        ],
    ),
];

fn lawyer(d: &mut Desk<'_, '_>) {
    let (subject, parts) = d.rng.choose(CASES);
    let (me, to) = (Citizen::random(&mut d.rng), Citizen::random(&mut d.rng));
    let day = lately(d);
    let other = surname(&mut d.rng);
    let s = d.rng.range(10.0, 11.2);
    let (x1, w) = (d.c.width - 58.0, d.c.width);
    let (t, small, bold) = (roman(d, s), roman(d, s - 1.8), heavy(d, s));
    let date = letter_day(d, day);
    let start = one(d, &["01", "04", "05"]);
    let tel = phone(&mut d.rng, start);
    let number = file_number(d);
    let ours = format!(
        "{}{:05} - {}{}",
        d.rng.choose(&["20", "19", "24"]),
        d.rng.between(10, 99_000),
        d.rng.capital(),
        d.rng.capital()
    );
    let theirs = format!("{}/{}", one(d, &["PV", "JD", "RG 22", "MB"]), d.rng.digits(5));
    let affair = format!("{} / {}", capitals(&to.who.last, true), capitals(&other, true));
    let mail = format!("{}@{}-avocat.fr", one(d, &["contact", "cabinet", "secretariat"]), slug(&me.who.last));
    let bye = one(
        d,
        &[
            "Je vous prie de croire, Madame, Monsieur, à l'assurance de mes sentiments dévoués.",
            "Votre bien dévoué.",
            "Je vous prie d'agréer, Madame, Monsieur, l'expression de mes sentiments distingués.",
        ],
    );
    let hello = if to.who.sex == 'M' { "Cher Monsieur," } else { "Chère Madame," };
    let left = d.rng.chance(0.5);
    let mut y;
    let x0;
    if left {
        // The partners down the left side.
        x0 = 176.0;
        put(
            "sender",
            (36.0, 58.0, 130.0),
            &format!("{} & ASSOCIÉS", capitals(&me.who.last, true)),
            &heavy(d, s + 1.0),
            L,
            d,
        );
        put(
            "",
            (36.0, 72.0, 130.0),
            one(d, &["Société d'avocats", "SELARL d'avocats", "Avocats associés"]),
            &slanted(d, s - 1.0),
            L,
            d,
        );
        let mut at = 104.0;
        for i in 0..3 {
            let name = if i == 0 { me.who.full() } else { Citizen::random(&mut d.rng).who.full() };
            put("", (36.0, at, 130.0), &name, &heavy(d, s - 1.4), L, d);
            put(
                "",
                (36.0, at + 11.0, 130.0),
                one(
                    d,
                    &[
                        "Avocat au barreau", "Spécialiste en droit du travail", "Ancien bâtonnier",
                        "DESS droit des assurances",
                    ],
                ),
                &small,
                L,
                d,
            );
            at += 34.0;
        }
        at += 12.0;
        at = address("", (36.0, at, 130.0), &me.home, &small, d);
        kv("phone", (36.0, 0.0, at), one(d, &["Tél.", "T.", "Tél. :"]), &tel, (&small, &small), d);
        put("email", (36.0, at + 12.0, 122.0), &mail, &small, L, d);
        put(
            "",
            (36.0, at + 24.0, 130.0),
            &format!("Toque {} - Case {}", d.rng.between(10, 900), d.rng.between(10, 99)),
            &small,
            L,
            d,
        );
        d.rule(168.0, 50.0, 168.0, d.c.height - 60.0, 0.5);
        address("recipient", (w * 0.55, 84.0, x1 - w * 0.55), &to.block(), &t, d);
        line((w * 0.55, 160.0), &format!("{}, le {date}", me.town), &t, &[("date", &date)], d);
        y = 200.0;
    } else {
        x0 = 62.0;
        put(
            "sender",
            (x0, 62.0, x1 - x0),
            &format!("{} {}", one(d, &["Maître", "Cabinet", "Me"]), me.who.full()),
            &heavy(d, s + 5.0),
            C,
            d,
        );
        put(
            "",
            (x0, 77.0, x1 - x0),
            &format!("{} au barreau de {}", me.who.agree("Avocat", "Avocate"), me.town),
            &slanted(d, s),
            C,
            d,
        );
        let whole = format!("{} - {} - Tél. {tel} - {mail}", me.home[0], me.home[1]);
        line((x0, 93.0), &whole, &roman(d, s - 2.2), &[("phone", &tel), ("email", &mail)], d);
        d.rule(w / 2.0 - 60.0, 101.0, w / 2.0 + 60.0, 101.0, 0.6);
        address("recipient", (w * 0.54, 138.0, x1 - w * 0.54), &to.block(), &t, d);
        line((w * 0.54, 208.0), &format!("{} {}, le {date}", one(d, &["", "À"]), me.town), &t, &[("date", &date)], d);
        y = 138.0;
    }
    for (label, field, value) in [
        (one(d, &["Aff. :", "Affaire :", "AFF."]), "", &affair),
        (one(d, &["N/Réf. :", "Nos réf. :", "N. Réf. :"]), "our_reference", &ours),
        (one(d, &["V/Réf. :", "Vos réf. :", "V. Réf. :"]), "your_reference", &theirs),
        (one(d, &["Dossier n°", "N° de dossier :", "Dossier :"]), "file_number", &number),
    ] {
        if field != "your_reference" || d.rng.chance(0.6) {
            kv(field, (x0, x0 + 58.0, y), label, value, (&t, &t), d);
            y += s * 1.4;
        }
    }
    y = y.max(if left { 0.0 } else { 236.0 }) + s;
    line(
        (x0, y),
        &format!("{} {subject}", one(d, &["Objet :", "OBJET :", "Objet :"])),
        &bold,
        &[("subject", subject)],
        d,
    );
    if d.rng.chance(0.4) {
        y += s * 1.5;
        put(
            "",
            (x0, y, 240.0),
            one(d, &["Par courrier simple et par courriel", "LETTRE RECOMMANDÉE AVEC A.R.", "Confidentiel"]),
            &slanted(d, s),
            L,
            d,
        );
    }
    let width = x1 - x0;
    y = body((x0, y + s * 2.4, width), &said(hello, parts, bye), &t, 0.0, d) + 16.0;
    let sx = if left { w * 0.6 } else { w * 0.56 };
    marks::signature(d.c, sx, y + 10.0, 100.0, &mut d.rng);
    put("", (sx, y + 48.0, 160.0), &me.who.full(), &t, L, d);
    let at = d.c.height - 34.0;
    foot(
        at,
        &[
            "Membre d'une association agréée - le règlement des honoraires par chèque est accepté".to_owned(),
            format!(
                "SIRET {} - TVA intracommunautaire {}",
                Firm::named("x", "6910Z", &mut d.rng).siret,
                "FR 40 812 345 678"
            ),
        ],
        7.0,
        &[],
        d,
    );
}
