//! Orders of mayors, prefects and presidents of départements.

use super::Page;
use super::stationery::{
    C, Citizen, L, R, address, emblem, foot, heavy, later, line, one, put, roman, slanted, slashed, text, told,
};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{of, written};
use crate::pages::marks;
use crate::text::{capitals, street, words};

pub(super) const PAGES: &[Page] = &[Page::a4("arrete", order)];

/// Subject, what it is founded on, reasons, articles.
type Matter = (&'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

const LOCAL: &[Matter] = &[
    (
        "Stationnement interdit rue du Moulin - déménagement",
        &[
            "le code général des collectivités territoriales, et notamment les articles L. 2213-1 à L. 2213-6",
            "le code de la route, et notamment les articles R. 110-1, R. 411-25 et R. 417-10",
            "le code pénal, notamment l'article R. 610-5",
            "la demande présentée par l'entreprise de déménagement",
        ],
        &[
            "que pour permettre le déménagement dans de bonnes conditions de sécurité, il convient de réserver deux emplacements de stationnement",
        ],
        &[
            "Le stationnement sera interdit au droit du n° 12 de la rue du Moulin, sur deux emplacements, de 7 h 00 à 19 h 00.",
            "La signalisation réglementaire sera mise en place par le demandeur quarante-huit heures avant la date prévue.",
            "Les véhicules en infraction seront considérés comme gênants et pourront être mis en fourrière aux frais de leur propriétaire.",
            "Le présent arrêté sera affiché sur les lieux par le bénéficiaire, qui devra pouvoir le présenter à toute réquisition.",
        ],
    ),
    (
        "Autorisation d'ouverture d'un débit de boissons temporaire",
        &[
            "le code général des collectivités territoriales, article L. 2212-2",
            "le code de la santé publique, notamment ses articles L. 3321-1, L. 3334-2 et L. 3335-4",
            "l'arrêté préfectoral réglementant la police des débits de boissons dans le département",
        ],
        &["la demande du président du comité des fêtes à l'occasion de la fête patronale"],
        &[
            "Le comité des fêtes est autorisé à ouvrir un débit de boissons temporaire de 3e catégorie à la salle polyvalente.",
            "Le bénéficiaire devra se conformer aux prescriptions relatives à l'ivresse publique et à la protection des mineurs.",
            "L'horaire de fermeture est fixé à une heure du matin. La musique sera arrêtée à cette même heure.",
        ],
    ),
    (
        "Délégation de fonctions et de signature au premier adjoint",
        &[
            "le code général des collectivités territoriales, et notamment son article L. 2122-18",
            "le procès-verbal de l'élection du maire et des adjoints",
            "la délibération fixant à cinq le nombre des adjoints au maire",
        ],
        &["que pour la bonne marche des services municipaux, il y a lieu de déléguer certaines fonctions aux adjoints"],
        &[
            "Le premier adjoint est délégué, sous notre surveillance et notre responsabilité, aux finances, à l'urbanisme et aux bâtiments communaux.",
            "Délégation permanente lui est donnée pour signer les bons de commande, mandats, titres de recettes et autorisations d'urbanisme.",
            "La signature devra être précédée de la formule : « par délégation du maire ».",
            "La présente délégation peut être rapportée à tout moment par arrêté.",
        ],
    ),
    (
        "Alignement individuel au droit de la parcelle AB 214",
        &[
            "le code de la voirie routière, notamment ses articles L. 112-1 à L. 112-8 et L. 141-3",
            "le code de l'urbanisme, notamment son article L. 421-1",
            "l'état des lieux dressé par le géomètre-expert",
        ],
        &["la demande par laquelle le cabinet de géomètres sollicite l'alignement de la propriété"],
        &[
            "L'alignement de la voie susmentionnée au droit de la propriété du bénéficiaire est défini par la ligne A-B du plan annexé.",
            "Les droits des tiers sont et demeurent expressément réservés.",
            "Le présent arrêté ne vaut pas permis de construire. Il est valable un an en l'absence de modification de la voie.",
        ],
    ),
];

const STATE: &[Matter] = &[
    (
        "ouverture d'une enquête publique relative au plan de prévention des risques d'inondation",
        &[
            "le code de l'environnement, notamment ses articles L. 123-1 et suivants et L. 562-1 à L. 562-9",
            "le décret n° 2004-374 du 29 avril 2004 modifié relatif aux pouvoirs des préfets",
            "la décision du tribunal administratif désignant un commissaire enquêteur",
            "les pièces du dossier soumis à l'enquête",
        ],
        &["qu'il y a lieu de porter le projet à la connaissance du public avant son approbation"],
        &[
            "Il sera procédé à une enquête publique d'une durée de trente-trois jours consécutifs dans les communes concernées.",
            "Le dossier et un registre seront tenus à la disposition du public dans chaque mairie aux jours et heures d'ouverture.",
            "Un avis sera publié en caractères apparents dans deux journaux diffusés dans le département.",
            "À l'expiration du délai, le commissaire enquêteur transmettra son rapport et ses conclusions motivées dans les trente jours.",
        ],
    ),
    (
        "autorisation d'un système de vidéoprotection",
        &[
            "le code de la sécurité intérieure, notamment ses articles L. 223-1 à L. 223-9, L. 251-1 à L. 255-1 et R. 251-1 à R. 253-4",
            "l'arrêté ministériel du 3 août 2007 portant définition des normes techniques des systèmes de vidéosurveillance",
            "l'avis émis par la commission départementale de vidéoprotection",
        ],
        &[
            "que le système envisagé répond aux finalités de sécurité des personnes et de prévention des atteintes aux biens",
        ],
        &[
            "Le titulaire est autorisé, pour une durée de cinq ans renouvelable, à mettre en œuvre huit caméras à l'adresse sus-indiquée.",
            "Le public devra être informé de l'existence du système par une signalétique appropriée à chaque point d'accès.",
            "Hormis le cas d'une enquête de flagrant délit, les enregistrements seront détruits dans un délai maximum de trente jours.",
            "L'accès à la salle de visionnage devra être strictement interdit à toute personne n'y ayant pas une fonction précise.",
        ],
    ),
    (
        "limitation de la vitesse sur la route départementale 117",
        &[
            "le code général des collectivités territoriales, article L. 3221-4",
            "le code de la route, notamment ses articles R. 411-8 et R. 413-1",
            "l'instruction interministérielle sur la signalisation routière, livre I, quatrième partie",
        ],
        &[
            "que la configuration des lieux et le trafic rendent nécessaire une limitation de la vitesse dans les deux sens de circulation",
        ],
        &[
            "La vitesse est limitée à 70 km/h entre les points de repère 12+350 et 14+120, hors agglomération.",
            "La signalisation conforme sera mise en place et entretenue par le centre d'exploitation routier.",
            "Les dispositions antérieures contraires au présent arrêté sont abrogées.",
        ],
    ),
];

fn order(d: &mut Desk<'_, '_>) {
    match d.rng.below(3) {
        0 => mayor(d),
        1 => state(d),
        _ => framed(d),
    }
}

fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

const APPEAL: &str = "La présente décision peut faire l'objet d'un recours gracieux auprès de son auteur ou d'un recours contentieux devant le tribunal administratif dans un \
                      délai de deux mois à compter de sa publication ou de sa notification. Le tribunal peut être saisi par l'application « Télérecours citoyens » accessible \
                      sur www.telerecours.fr.";

fn mayor(d: &mut Desk<'_, '_>) {
    let (subject, bases, reasons, articles) = d.rng.choose(LOCAL);
    let signer = Citizen::random(&mut d.rng);
    let town = signer.town;
    let day = (d.rng.between(2008, 2026), d.rng.between(1, 12), d.rng.between(1, 28));
    let s = d.rng.range(9.8, 10.8);
    let (x0, x1, w) = (64.0, d.c.width - 60.0, d.c.width);
    let (t, bold) = (roman(d, s), heavy(d, s));
    emblem(x0, 34.0, 46.0, d);
    let head = vec![
        format!("MAIRIE {}", capitals(&of(town), true)),
        street(&mut d.rng),
        signer.home[1].clone(),
        one(d, &["Département", "Arrondissement", "Canton"]).to_owned() + " : " + town,
    ];
    address("", (x0 + 58.0, 46.0, 220.0), &head, &t, d);
    let number = match d.rng.below(4) {
        0 => format!("{}/{:03}", day.0, d.rng.between(1, 380)),
        1 => format!("{}-{:03}", day.0, d.rng.between(1, 600)),
        2 => format!("AR{:02}{:02}{:03}", day.0 % 100, day.1, d.rng.between(1, 90)),
        _ => format!("{:03}-{}", d.rng.between(1, 300), day.0),
    };
    let title = format!(
        "{} {number}",
        one(d, &["ARRÊTÉ N°", "ARRÊTÉ MUNICIPAL N°", "ARRÊTÉ DU MAIRE n°", "Arrêté municipal n°"])
    );
    let big = heavy(d, s + 3.5);
    let width = d.c.measure(&title, &big, &mut d.rng);
    line(((w - width) / 2.0, 128.0), &title, &big, &[("order_number", &number)], d);
    let mut y = 152.0;
    let label = one(d, &["Objet :", "OBJET :", "Objet de l'arrêté :"]);
    line((x0, y), &format!("{label} {subject}"), &bold, &[("subject", subject)], d);
    y += s * 2.2;
    put("", (x0, y, x1 - x0), &format!("Le Maire de la commune {},", of(town)), &t, L, d);
    y += s * 1.9;
    let vu = one(d, &["VU", "Vu"]);
    for base in bases {
        y = text((x0, y, x1 - x0), &format!("{vu} {base},"), &t, true, d) + 4.0;
    }
    let why = if vu == "VU" { "CONSIDÉRANT" } else { "Considérant" };
    for reason in reasons {
        y = text((x0, y, x1 - x0), &format!("{why} {reason},"), &t, true, d) + 4.0;
    }
    y += 8.0;
    put("", (x0, y, x1 - x0), one(d, &["A R R Ê T E", "ARRÊTE", "- ARRÊTE -"]), &heavy(d, s + 1.0), C, d);
    y += s * 2.2;
    let dash = one(d, &[" :", ".-", " -"]);
    let enforce = "Monsieur le directeur général des services, la gendarmerie nationale et la police municipale sont chargés, chacun en ce qui le concerne, de l'exécution du présent arrêté.";
    for (i, words) in articles.iter().copied().chain([enforce, APPEAL]).enumerate() {
        let n = if i == 0 { "Article 1er".to_owned() } else { format!("Article {}", i + 1) };
        y = text((x0, y, x1 - x0), &format!("{n}{dash} {words}"), &t, true, d) + 5.0;
    }
    let date = written(day);
    y += 10.0;
    line(
        (w * 0.52, y),
        &format!("{} {town}, le {date}", one(d, &["Fait à", "À", "Fait en mairie de"])),
        &t,
        &[("date", &date)],
        d,
    );
    put(
        "",
        (w * 0.52, y + s * 1.7, 190.0),
        one(d, &["Le Maire,", "LE MAIRE", "Pour le Maire empêché, l'adjoint"]),
        &t,
        L,
        d,
    );
    marks::stamp(d.c, w * 0.62, y + 60.0, &mut d.rng);
    marks::signature(d.c, w * 0.58, y + 62.0, 90.0, &mut d.rng);
    put("", (w * 0.52, y + 100.0, 190.0), &signer.who.full(), &t, L, d);
    put(
        "",
        (x0, y + 84.0, 190.0),
        &format!("Publié et affiché le {}", slashed(later(day, 1))),
        &slanted(d, s - 1.4),
        L,
        d,
    );
}

fn state(d: &mut Desk<'_, '_>) {
    let (subject, bases, reasons, articles) = d.rng.choose(STATE);
    let signer = Citizen::random(&mut d.rng);
    let day = (d.rng.between(2010, 2026), d.rng.between(1, 12), d.rng.between(1, 28));
    let s = d.rng.range(9.6, 10.4);
    let (x0, x1, w) = (70.0, d.c.width - 64.0, d.c.width);
    let (t, bold) = (roman(d, s), heavy(d, s));
    let where_ = one(
        d,
        &["DE L'AIN", "DU GARD", "DE LA MANCHE", "DES VOSGES", "DE LOIR-ET-CHER", "DU FINISTÈRE", "DE L'HÉRAULT"],
    );
    let council = subject.contains("départementale");
    let town = signer.town;
    if council {
        address(
            "",
            (x0, 52.0, 260.0),
            &[
                format!("DÉPARTEMENT {where_}"),
                "Direction des routes et des mobilités".to_owned(),
                "Service gestion et exploitation".to_owned(),
            ],
            &bold,
            d,
        );
    } else {
        emblem(x0, 30.0, 28.0, d);
        address("", (x0, 72.0, 200.0), &[format!("PRÉFET {where_}")], &heavy(d, s + 2.0), d);
        address(
            "",
            (x0, 86.0, 200.0),
            &["Liberté".to_owned(), "Égalité".to_owned(), "Fraternité".to_owned()],
            &slanted(d, s - 1.4),
            d,
        );
        let service = [
            one(
                d,
                &[
                    "Direction de la citoyenneté et de la légalité",
                    "Cabinet du préfet",
                    "Direction départementale des territoires",
                ],
            )
            .to_owned(),
            "Bureau de la réglementation".to_owned(),
        ];
        for (i, words) in service.iter().enumerate() {
            put("", (w * 0.5, 60.0 + i as f32 * s * 1.3, x1 - w * 0.5), words, &bold, R, d);
        }
    }
    let number = match d.rng.below(3) {
        0 => format!("{}-{:02}-{:02}-{:03}", day.0, day.1, day.2, d.rng.between(1, 40)),
        1 => format!("{:02}-{}-{:04}", d.rng.between(1, 95), day.0, d.rng.between(1, 4000)),
        _ => format!("DCL/BRGE/{}/{:03}", day.0, d.rng.between(1, 400)),
    };
    let mut y = 150.0;
    let title = format!(
        "{} {number}",
        if council {
            "ARRÊTÉ DU PRÉSIDENT N°"
        } else {
            one(d, &["Arrêté préfectoral n°", "ARRÊTÉ n°", "ARRÊTÉ PRÉFECTORAL N°"])
        }
    );
    let big = heavy(d, s + 2.0);
    let width = d.c.measure(&title, &big, &mut d.rng);
    line(((w - width) / 2.0, y), &title, &big, &[("order_number", &number)], d);
    y += s * 1.8;
    told((x0 + 30.0, y, x1 - x0 - 60.0), &format!("portant {subject}"), &bold, &[("subject", subject)], d);
    y += s * 3.4;
    let (who, quality) = if council {
        ("Le président du conseil départemental,", "Le président du conseil départemental,")
    } else {
        ("Le préfet,", "Le préfet,")
    };
    put("", (x0, y, x1 - x0), who, &bold, if council { L } else { C }, d);
    put(
        "",
        (x0, y + s * 1.4, x1 - x0),
        if council { "" } else { "Chevalier de la Légion d'honneur, Officier de l'ordre national du Mérite," },
        &slanted(d, s),
        C,
        d,
    );
    y += s * 3.2;
    for base in bases {
        y = text((x0, y, x1 - x0), &format!("Vu {base} ;"), &t, false, d) + 4.0;
    }
    for reason in reasons {
        y = text((x0, y, x1 - x0), &format!("Considérant {reason} ;"), &t, false, d) + 4.0;
    }
    put(
        "",
        (x0, y, x1 - x0),
        one(d, &["Sur proposition du secrétaire général,", "Sur proposition du directeur général des services,"]),
        &t,
        L,
        d,
    );
    y += s * 2.0;
    put("", (x0, y, x1 - x0), one(d, &["ARRÊTE", "ARRÊTE :", "A R R Ê T E :"]), &heavy(d, s + 1.0), C, d);
    y += s * 2.0;
    for (i, words) in articles.iter().copied().chain([APPEAL]).enumerate() {
        let n = if i == 0 { "ARTICLE 1er".to_owned() } else { format!("ARTICLE {}", i + 1) };
        put("", (x0, y, 200.0), &format!("{n} :"), &bold, L, d);
        y = text((x0, y + s * 1.3, x1 - x0), words, &t, false, d) + 5.0;
    }
    let date = written(day);
    line(
        (w * 0.54, y + 8.0),
        &format!("{} {town}, le {date}", one(d, &["Fait à", "À", ""])),
        &t,
        &[("date", &date)],
        d,
    );
    put("", (w * 0.54, y + 10.0 + s * 1.4, 180.0), quality, &t, L, d);
    marks::signature(d.c, w * 0.58, y + 48.0, 90.0, &mut d.rng);
    put("", (w * 0.54, y + 78.0, 180.0), &signer.who.full(), &bold, L, d);
    let at = d.c.height - 30.0;
    foot(
        at,
        &[format!("{} - Tél. 04 00 00 00 00 - ouverture au public de 8 h 45 à 11 h 45", signer.home.join(" - "))
            .replace("Tél. 04 00 00 00 00 - ", "")],
        7.0,
        &[],
        d,
    );
}

fn framed(d: &mut Desk<'_, '_>) {
    let (subject, bases, reasons, articles) = d.rng.choose(LOCAL);
    let signer = Citizen::random(&mut d.rng);
    let town = d.rng.choose(words::TOWNS).1;
    let day = (d.rng.between(2010, 2026), d.rng.between(1, 12), d.rng.between(1, 28));
    let s = d.rng.range(9.4, 10.2);
    let (x0, x1, w) = (54.0, d.c.width - 54.0, d.c.width);
    let (t, bold) = (roman(d, s), heavy(d, s));
    put("", (x0, 46.0, x1 - x0), "RÉPUBLIQUE FRANÇAISE", &heavy(d, s + 2.0), C, d);
    put("", (x0, 60.0, x1 - x0), "Liberté - Égalité - Fraternité", &slanted(d, s), C, d);
    put("", (x0, 78.0, x1 - x0), &format!("VILLE {}", capitals(&of(town), true)), &heavy(d, s + 4.0), C, d);
    let number = format!("{}_{:04}", day.0, d.rng.between(1, 2200));
    let date = written(day);
    // A frame in two columns: what it is, and what it is about.
    let cut = x0 + (x1 - x0) * 0.38;
    d.c.frame(x0, 96.0, x1, 160.0, 0.9);
    d.rule(cut, 96.0, cut, 160.0, 0.6);
    put(
        "",
        (x0 + 8.0, 112.0, cut - x0 - 16.0),
        one(d, &["ARRÊTÉ", "ARRÊTÉ DU MAIRE", "REGISTRE DES ARRÊTÉS"]),
        &heavy(d, s + 1.0),
        L,
        d,
    );
    line(
        (x0 + 8.0, 128.0),
        &format!("{} {number}", one(d, &["N°", "Numéro :", "Acte n°"])),
        &t,
        &[("order_number", &number)],
        d,
    );
    line((x0 + 8.0, 143.0), &format!("{} {date}", one(d, &["Date :", "du", "En date du"])), &t, &[("date", &date)], d);
    put("", (cut + 8.0, 112.0, 100.0), one(d, &["Objet :", "OBJET", "Objet"]), &bold, L, d);
    told((cut + 8.0, 128.0, x1 - cut - 16.0), subject, &bold, &[("subject", subject)], d);
    let mut y = 184.0;
    put("", (x0, y, x1 - x0), &format!("Nous, {}, Maire {},", signer.who.full(), of(town)), &t, L, d);
    y += s * 2.0;
    for base in bases {
        y = text((x0 + 16.0, y, x1 - x0 - 16.0), &format!("- {} ;", upper_first(&format!("vu {base}"))), &t, false, d)
            + 3.0;
    }
    for reason in reasons {
        y = text((x0 + 16.0, y, x1 - x0 - 16.0), &format!("- Considérant {reason} ;"), &t, false, d) + 3.0;
    }
    y += 10.0;
    put(
        "",
        (x0, y, x1 - x0),
        one(d, &["ARRÊTONS", "ARRÊTONS CE QUI SUIT :", "A R R Ê T O N S"]),
        &heavy(d, s + 1.0),
        C,
        d,
    );
    y += s * 2.2;
    for (i, words) in articles.iter().copied().chain([APPEAL, "Ampliation du présent arrêté sera transmise à Monsieur le Préfet, à la brigade de gendarmerie et au demandeur."]).enumerate() {
        let n = if i == 0 { "Art. 1er".to_owned() } else { format!("Art. {}", i + 1) };
        put("", (x0, y, 44.0), &n, &bold, L, d);
        y = text((x0 + 48.0, y, x1 - x0 - 48.0), words, &t, true, d) + 6.0;
    }
    y += 12.0;
    put("", (x0, y, 200.0), "Pour extrait conforme,", &t, L, d);
    put("", (w * 0.56, y, 180.0), "Le Maire,", &t, L, d);
    marks::stamp(d.c, w * 0.68, y + 44.0, &mut d.rng);
    put("", (w * 0.56, y + 84.0, 180.0), &signer.who.full(), &t, L, d);
    let low = d.c.height - 60.0;
    text(
        (x0, low, 240.0),
        &format!(
            "Transmis au représentant de l'État le {} - Publié le {} - Certifié exécutoire",
            slashed(later(day, 1)),
            slashed(later(day, 2))
        ),
        &roman(d, s - 2.0),
        false,
        d,
    );
}
