//! Letters of those who look for work.

use crate::pages::desk::Desk;
use crate::pages::layouts::facts::day;
use crate::pages::layouts::kit::pen::{Centre, House, Left, Pen, Right, Ty, Who, f};
use crate::pages::layouts::kit::people::{email, mobile};
use crate::pages::layouts::page::Page;

pub(super) const PAGES: &[Page] =
    &[Page::a4("candidature", to_firm), Page::a4("candidature", to_town_hall), Page::a4("candidature", reply)];

const WISHES: &[&str] = &[
    "Actuellement à la recherche d'un nouvel emploi, je me permets de vous adresser ma candidature. Mon parcours m'a \
         permis d'acquérir une solide expérience que \
     je serais heureux de mettre au service de votre établissement.",
    "Titulaire d'un diplôme dans ce domaine et fort de plusieurs années de pratique, je suis rapidement \
         opérationnel. Rigueur, sens du contact et goût du travail \
     en équipe sont les qualités que mes précédents employeurs ont appréciées.",
    "Votre réputation et la diversité de vos activités m'ont particulièrement attiré. Rejoindre vos équipes serait \
         pour moi l'occasion de progresser et de \
     contribuer à vos projets avec enthousiasme.",
    "Disponible dès maintenant et mobile sur l'ensemble du département, je suis prêt à m'adapter à vos horaires, y \
         compris en soirée et le week-end.",
    "Je reste à votre entière disposition pour vous exposer plus longuement mes motivations lors d'un entretien, à \
         la date qui vous conviendra.",
];

/// The letter's words and its end.
fn wishes(p: &mut Pen<'_, '_, '_>, call: &str, opening: &str) {
    p.para(Ty::Body, format!("{call},"));
    p.gap(0.8);
    p.para(Ty::Body, opening);
    let skip = p.any(0, 1) as usize;
    for text in WISHES.iter().skip(skip) {
        p.gap(0.5);
        p.para(Ty::Body, *text);
    }
    p.gap(0.5);
    p.para(
        Ty::Body,
        format!(
            "{}, {call}, {}.",
            p.pick(&["Je vous prie d'agréer", "Veuillez agréer", "Dans cette attente, je vous prie de croire"]),
            p.pick(&[
                "l'expression de mes salutations distinguées",
                "l'assurance de ma considération distinguée",
                "mes respectueuses salutations"
            ])
        ),
    );
}

const OPENINGS: &[&str] = &[
    "assistante administrative", "conducteur de bus", "agent d'accueil", "vendeuse en prêt-à-porter",
    "infirmier de nuit", "technicien de maintenance", "animatrice périscolaire", "chargé de communication",
    "magasinier",
];

fn to_firm(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1960, 2005), House::new(&mut d.rng), day(&mut d.rng, 2006, 2026));
    let mut p = Pen::new(d, 11.0, 66.0, 64.0);
    let (phone, mail) = (f("phone", mobile(&p)), f("email", email(&p, &who)));
    let name = f("sender", if p.chance(0.3) { who.titled(false) } else { who.name() });
    p.y = p.block(
        66.0,
        64.0,
        260.0,
        Ty::Body,
        &[
            name,
            who.home[0].clone(),
            who.home[1].clone(),
            if p.chance(0.5) { phone } else { format!("Tél. : {phone}") },
            mail,
        ],
    );
    p.gap(1.0);
    let firm = p.pick(&[
        "Société Plastival", "Transports Hérault Mobilité", "Clinique des Cèdres", "Magasin Jour de Fête",
        "SAS Métal Concept",
    ]);
    p.y = p.block(
        325.0,
        p.y,
        215.0,
        Ty::Body,
        &[
            f("recipient", firm),
            p.pick(&["Service du personnel", "À l'attention de la DRH", "Direction des ressources humaines"]).into(),
            h.street.clone(),
            h.place(),
        ],
    );
    p.gap(1.2);
    let sent = f("date", p.date(when));
    p.put(325.0, p.y, 215.0, Ty::Body, Left, format!("{}, le {sent}", who.home[1].split_once(' ').map_or("", |t| t.1)));
    p.gap(2.2);
    let job = p.pick(OPENINGS);
    let subject = match p.any(0, 2) {
        0 => format!("candidature au poste de {job}"),
        1 => format!("Candidature spontanée – emploi de {job}"),
        _ => format!("Demande d'emploi de {job} à temps complet ou partiel, à compter du mois prochain"),
    };
    p.para(Ty::Bold, format!("{} {}", p.pick(&["Objet :", "OBJET :", "Objet:"]), f("subject", subject)));
    if p.chance(0.5) {
        p.para(Ty::Small, format!("{} curriculum vitæ, copie du diplôme", p.pick(&["P.J. :", "Pièces jointes :"])));
    }
    p.gap(1.2);
    let call = p.pick(&["Madame, Monsieur", "Monsieur le Directeur", "Madame la Directrice"]);
    wishes(&mut p, call, &format!("C'est avec un vif intérêt que je postule à un emploi de {job} au sein de {firm}."));
    p.gap(1.6);
    p.sign(360.0, &[who.name()]);
}

fn to_town_hall(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1960, 2005), House::new(&mut d.rng), day(&mut d.rng, 2008, 2026));
    let mut p = Pen::new(d, 10.8, 60.0, 58.0);
    let sent = f("date", p.date(when));
    let (phone, mail) = (f("phone", mobile(&p)), f("email", email(&p, &who)));
    p.say(Ty::Head, Centre, f("sender", who.name()));
    p.say(Ty::Small, Centre, format!("{} – {}", who.home[0], who.home[1]));
    p.say(Ty::Small, Centre, format!("{phone} – {mail}"));
    p.rule();
    p.gap(2.0);
    let office = p.pick(&[
        "Monsieur le Maire",
        "Madame la Présidente du CCAS",
        "Madame la Directrice des ressources humaines",
        "Monsieur le Président",
    ]);
    let body = p.pick(&["Hôtel de ville", "Communauté de communes", "Centre de gestion"]);
    p.y = p.block(330.0, p.y, 210.0, Ty::Body, &[f("recipient", office), body.into(), h.street.clone(), h.place()]);
    p.gap(1.6);
    p.say(Ty::Body, Left, format!("{}, le {sent}", who.home[1].split_once(' ').map_or("", |t| t.1)));
    p.gap(1.4);
    let job = p.pick(OPENINGS);
    let offer = format!("{}{}-{}", p.pick(&["O0", "V0", ""]), p.digits(6), p.digits(3));
    let label = p.pick(&["Vos références :", "Votre réf. :", "V/Réf. :", "Référence de l'offre :"]);
    p.say(Ty::Body, Left, format!("{label} {}", f("your_reference", offer)));
    let subject = match p.any(0, 2) {
        0 => format!("Candidature à l'emploi de {job} (catégorie C)"),
        1 => format!(
            "Réponse à votre offre d'emploi de {job} parue sur le site emploi-territorial.fr et candidature par voie \
                 de mutation"
        ),
        _ => format!("acte de candidature – {job}"),
    };
    p.para(Ty::Body, format!("Objet : {}", f("subject", subject)));
    if p.chance(0.4) {
        p.say(
            Ty::Small,
            Left,
            p.pick(&["Lettre recommandée avec accusé de réception", "Par courriel et par courrier"]),
        );
    }
    p.gap(1.2);
    wishes(
        &mut p,
        office,
        &format!(
            "Votre collectivité recrute un(e) {job}. Ce poste correspond pleinement à mon projet professionnel et à \
                 ma formation."
        ),
    );
    p.gap(1.6);
    p.sign(if p.chance(0.5) { 60.0 } else { 350.0 }, &[who.name()]);
    p.foot(
        Left,
        &["Pièces jointes : CV, dernier arrêté de situation administrative, copie des diplômes, attestation \
         de réussite au concours"
            .into()],
    );
}

fn reply(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1958, 2005), House::new(&mut d.rng), day(&mut d.rng, 2004, 2026));
    let mut p = Pen::new(d, 11.2, 70.0, 70.0);
    let (phone, mail) = (f("phone", mobile(&p)), f("email", email(&p, &who)));
    let sent = f("date", p.date(when));
    p.say(Ty::Body, Right, format!("{}, le {sent}", who.home[1].split_once(' ').map_or("", |t| t.1)));
    p.gap(1.0);
    let job = p.pick(OPENINGS);
    let boss = p.who(1950, 1990);
    let firm = p.pick(&[
        "Hôtel-Restaurant du Lac", "Cabinet d'architectes Sourdille", "Association Le Relais du Val",
        "Librairie des Halles",
    ]);
    let y = p.y;
    let first = f("sender", who.titled(true));
    let left = p.block(70.0, y, 220.0, Ty::Body, &[first, who.home[0].clone(), who.home[1].clone(), phone, mail]);
    p.y = p
        .block(
            320.0,
            y + 60.0,
            210.0,
            Ty::Body,
            &[f("recipient", boss.titled(true)), firm.into(), h.street.clone(), h.place()],
        )
        .max(left);
    p.gap(2.2);
    let subject = match p.any(0, 2) {
        0 => format!("votre annonce n° {} – {job}", p.digits(5)),
        1 => format!("Candidature en contrat d'apprentissage, métier de {job}"),
        _ => format!("Recherche de stage de {} semaines en qualité de {job}", p.any(2, 12)),
    };
    let bold = if p.chance(0.5) { Ty::Bold } else { Ty::Body };
    p.para(bold, format!("{} {}", p.pick(&["Objet :", "OBJET :", "Concerne :"]), f("subject", subject)));
    if p.chance(0.4) {
        let number = format!("{}/{}", p.pick(&["RH", "REC", "JB"]), p.digits(4));
        p.say(
            Ty::Body,
            Left,
            format!("{} {}", p.pick(&["V/réf. :", "Vos réf. :", "Votre référence :"]), f("your_reference", number)),
        );
    }
    p.gap(1.2);
    wishes(
        &mut p,
        boss.agree("Monsieur", "Madame"),
        "Suite à notre entretien téléphonique de la semaine dernière, je vous confirme tout l'intérêt que je porte à \
             votre proposition.",
    );
    p.gap(1.8);
    p.sign(p.x + 240.0, &[who.name()]);
    p.down_to(0.9);
    p.say(Ty::Small, Left, "P.J. : curriculum vitæ – lettre de recommandation");
}
