//! Orders of mayors on traffic, of prefectures.

use super::civil_kit::{commune, later, phone, state, upper, web};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, day, figures, of, written};
use crate::pages::layouts::kit::pen::{Centre, Left, Pen, Right, Ty, f};
use crate::pages::layouts::page::Page;

pub(super) const PAGES: &[Page] = &[Page::a4("arrete", traffic), Page::a4("arrete", prefecture)];

/// What follows « ARRÊTE », each under its number.
pub(super) fn articles(p: &mut Pen<'_, '_, '_>, manner: i64, texts: &[String]) {
    for (i, text) in texts.iter().enumerate() {
        let n = i + 1;
        let head = match manner {
            0 => format!("Article {} :", if n == 1 { "1er".into() } else { n.to_string() }),
            1 => format!("ARTICLE {n} –"),
            _ => format!("Article {}.", if n == 1 { "premier".into() } else { n.to_string() }),
        };
        p.para(Ty::Body, format!("{head} {text}"));
        p.gap(0.25);
    }
}

/// The box that the platform of transmission prints at the head of a sheet.
fn transmitted(p: &mut Pen<'_, '_, '_>, when: Day, (code, number): (&str, &str)) {
    let x = p.x + p.w - 196.0;
    p.frame(x, 14.0, 196.0, 50.0);
    let sent = later(when, p.any(0, 3));
    let out = later(sent, p.any(0, 2));
    let id = format!("ID : {}-21{code}0{}-{}-{}-AR", &code[..2], p.digits(4), figures(when, ""), number);
    let lines = [
        format!("Envoyé en préfecture le {}", f("transmission_date", figures(sent, "/"))),
        format!("Reçu en préfecture le {}", figures(sent, "/")),
        format!("Publié le {}", f("publication_date", figures(out, "/"))),
        id,
    ];
    p.block(x + 6.0, 26.0, 184.0, Ty::Small, &lines);
}

/// Parking and traffic, by a mayor.
fn traffic(d: &mut Desk<'_, '_>) {
    let when = day(&mut d.rng, 2018, 2026);
    let mut p = Pen::new(d, 10.4, 56.0, 86.0);
    let (code, town, department) = commune(&p);
    let number = format!("{}", p.any(4, 480));
    let boxed = p.chance(0.55);
    if boxed {
        transmitted(&mut p, when, (code, &number));
    }
    let (x, w) = (p.x, p.w);
    let y = p.y;
    p.logo(x, y - 24.0, 50.0);
    let place = upper(&p, town);
    p.block(
        x + 64.0,
        y - 6.0,
        260.0,
        Ty::Bold,
        &[format!("VILLE {}", of(&place).to_uppercase()), department.to_owned(), "Police municipale".into()],
    );
    p.y = y + 62.0;
    let said = f("order_number", format!("{}-{number}", when.0));
    p.say(Ty::Title, Centre, format!("{} {said}", p.pick(&["ARRÊTÉ MUNICIPAL N°", "ARRÊTÉ DU MAIRE N°", "ARRÊTÉ N°"])));
    p.gap(0.5);
    let road = p.pick(&["rue du Moulin", "place de la Halle", "avenue Foch", "rue de la République", "quai Nord"]);
    let about = match p.any(0, 3) {
        0 => format!("Réglementation temporaire du stationnement {road}"),
        1 => format!("Travaux {road} – circulation alternée"),
        2 => format!("Vide-greniers, interdiction de circuler {road}"),
        _ => format!("Déménagement – réservation de places {road}"),
    };
    p.say(Ty::Bold, Left, format!("{} {}", p.pick(&["Objet :", "OBJET :"]), f("subject", about)));
    p.gap(0.8);
    p.para(Ty::Body, format!("Le Maire de la Commune {},", of(town)));
    let vu = [
        "Vu le Code général des collectivités territoriales, et notamment ses articles L. 2212-1 à L. 2213-6 ;",
        "Vu le Code de la route, et notamment les articles R. 411-8, R. 411-25 et R. 417-10 ;",
        "Vu l'instruction interministérielle sur la signalisation routière, livre I, huitième partie ;",
    ];
    for line in vu.iter().take(p.any(2, 3) as usize) {
        p.para(Ty::Body, *line);
    }
    let firm =
        p.pick(&["l'entreprise COLAS", "la société SOGETREL", "l'entreprise EUROVIA", "l'association des commerçants"]);
    p.para(Ty::Body, format!("Vu la demande présentée par {firm} le {} ;", written((when.0, when.1, 1))));
    p.para(
        Ty::Body,
        "Considérant qu'il appartient à l'autorité municipale d'assurer la sécurité des usagers et de faciliter le \
         bon déroulement des opérations ;",
    );
    p.gap(0.4);
    p.say(Ty::Head, Centre, p.pick(&["ARRÊTE", "A R R Ê T E", "ARRÊTE :"]));
    p.gap(0.4);
    let manner = p.any(0, 2);
    let (from, to) = ((when.0, when.1, when.2.min(22) + 3), (when.0, when.1, when.2.min(22) + 6));
    let texts = [
        format!(
            "Du {} au {}, de 8 heures à 18 heures, le stationnement de tout véhicule sera interdit {road} et considéré \
             comme gênant au sens de l'article R. 417-10 du Code de la route.",
            written(from),
            written(to)
        ),
        format!("La signalisation réglementaire sera mise en place et entretenue par {firm}."),
        "Les véhicules en infraction seront mis en fourrière aux frais de leur propriétaire.".to_owned(),
        format!(
            "Monsieur le Directeur général des services, Monsieur le Commandant de la brigade de gendarmerie {} et la \
             Police municipale sont chargés, chacun en ce qui le concerne, de l'exécution du présent arrêté.",
            of(town)
        ),
    ];
    articles(&mut p, manner, &texts);
    p.gap(0.6);
    let at = x + w * 0.52;
    let mayor = p.who(1950, 1985).name();
    let sent = f("date", p.date(when));
    let made = if p.chance(0.5) { format!("Fait à {town}, le {sent}") } else { format!("{town}, le {sent}") };
    p.sign(at, &[made, "Le Maire,".into(), mayor]);
    if !boxed && p.chance(0.6) {
        let line = format!(
            "Acte rendu exécutoire après transmission en préfecture le {} et publication le {}",
            f("transmission_date", figures(later(when, 1), "/")),
            f("publication_date", figures(later(when, 2), "/"))
        );
        p.para(Ty::Small, line);
    }
    let line = format!("Hôtel de Ville – {code} {town} – Tél. {} – www.{}.fr", phone(&mut p), web(town));
    p.foot(Centre, &[line]);
}

/// Of a prefecture, with its long title and what it was seen.
fn prefecture(d: &mut Desk<'_, '_>) {
    let when = day(&mut d.rng, 2020, 2026);
    let mut p = Pen::new(d, 10.6, 60.0, 70.0);
    let (code, town, department) = commune(&p);
    let (x, w) = (p.x, p.w);
    let y = p.y;
    let title = format!("DE L'{}", department.to_uppercase());
    let title = if "AEOI".contains(&department[..1]) { title } else { format!("DE {}", department.to_uppercase()) };
    state(&mut p, x, y, &["PRÉFET", &title]);
    let office = p.pick(&[
        "Direction départementale des territoires",
        "Direction de la citoyenneté et de la légalité",
        "Cabinet – Service des sécurités",
        "Direction de la coordination des politiques publiques",
    ]);
    p.put(x + w, y, w * 0.5, Ty::Bold, Right, office);
    let bureau = p.pick(&["Service eau et biodiversité", "Bureau de la réglementation", "Bureau de l'environnement"]);
    p.put(x + w, y + 14.0, w * 0.5, Ty::Body, Right, bureau);
    p.y = y + 84.0;
    let number = match p.any(0, 2) {
        0 => format!("{}-{}-{:02}-{:02}-{:05}", &code[..2], when.0, when.1, when.2, p.any(1, 12)),
        1 => format!("{}-{:03}", when.0, p.any(12, 940)),
        _ => format!("DDT-SEB-{}-{:04}", when.0, p.any(3, 900)),
    };
    let about = p.pick(&[
        "portant limitation provisoire de certains usages de l'eau",
        "relatif à l'ouverture et à la clôture de la chasse",
        "autorisant un système de vidéoprotection",
        "portant renouvellement d'agrément d'un centre de formation",
        "portant interdiction temporaire de vente de carburant au détail",
    ]);
    p.say(Ty::Head, Centre, format!("Arrêté préfectoral n° {}", f("order_number", number)));
    p.say(Ty::Bold, Centre, f("subject", about));
    p.gap(1.4);
    let (head, honour) = match p.any(0, 2) {
        0 => (format!("Le préfet {}", of(department)), "Chevalier de la Légion d'honneur"),
        1 => (format!("La préfète {}", of(department)), "Officier de l'ordre national du Mérite"),
        _ => (format!("Le préfet {}", of(department)), "Officier de l'ordre national du Mérite"),
    };
    p.say(Ty::Bold, Centre, format!("{head},"));
    p.say(Ty::Italic, Centre, honour);
    p.gap(1.0);
    let seen = [
        "VU le code de l'environnement ;",
        "VU le code de la sécurité intérieure ;",
        "VU le code des relations entre le public et l'administration ;",
        "VU le décret n° 2004-374 du 29 avril 2004 modifié relatif aux pouvoirs des préfets, à l'organisation et à \
         l'action des services de l'État dans les régions et départements ;",
    ];
    for text in seen.iter().skip(p.any(0, 2) as usize) {
        p.para(Ty::Body, *text);
    }
    let other = (when.0 - 1, p.any(1, 12), p.any(1, 28));
    p.para(
        Ty::Body,
        format!(
            "VU l'arrêté du {} portant délégation de signature à {}, secrétaire général de la préfecture ;",
            written(other),
            p.who(1960, 1985).titled(false)
        ),
    );
    p.para(Ty::Body, "CONSIDÉRANT la situation constatée dans le département et l'avis des services consultés ;");
    p.para(
        Ty::Body,
        p.pick(&[
            "SUR proposition du secrétaire général de la préfecture ;",
            "SUR proposition du directeur de cabinet ;",
        ]),
    );
    p.gap(0.5);
    p.say(Ty::Head, Centre, p.pick(&["ARRÊTE", "A R R Ê T E", "ARRÊTE"]));
    p.gap(0.5);
    let until = (when.0, 12, 31);
    let texts = [
        format!("Les dispositions annexées au présent arrêté sont applicables dans l'ensemble du département jusqu'au {}.", written(until)),
        "Toute infraction aux dispositions du présent arrêté est passible des sanctions prévues par les textes en vigueur."
            .to_owned(),
        "Le présent arrêté peut faire l'objet d'un recours contentieux devant le tribunal administratif dans un délai de \
         deux mois à compter de sa publication, y compris par l'application Télérecours citoyens (www.telerecours.fr)."
            .to_owned(),
        "Le secrétaire général de la préfecture, le directeur départemental des territoires et le colonel commandant le \
         groupement de gendarmerie sont chargés de l'exécution du présent arrêté, qui sera publié au recueil des actes \
         administratifs de la préfecture."
            .to_owned(),
    ];
    articles(&mut p, 2, &texts);
    p.gap(0.6);
    let at = x + w * 0.5;
    let sent = f("date", written(when));
    let by = p.who(1960, 1980).name();
    p.sign(
        at,
        &[
            format!("{town}, le {sent}"),
            "Pour le préfet et par délégation,".into(),
            "le secrétaire général,".into(),
            by,
        ],
    );
}
