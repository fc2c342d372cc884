//! What doctors certify.

use crate::pages::desk::Desk;
use crate::pages::layouts::facts::day;
use crate::pages::layouts::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, Who, f};
use crate::pages::layouts::page::Page;
use crate::rng::Rng;

pub(super) const PAGES: &[Page] = &[
    Page { name: "certificat_medical", sheet: a5_at_times, set: practitioner },
    Page::a4("certificat_medical", sport),
    Page::a4("certificat_medical", hospital),
    Page { name: "certificat_medical", sheet: a5_at_times, set: occupational },
];

fn a5_at_times(rng: &mut Rng) -> Option<(f32, f32)> {
    rng.chance(0.6).then_some((419.5, 595.3))
}

fn rpps(p: &Pen<'_, '_, '_>) -> String {
    format!("1{}", p.digits(10))
}

fn practitioner(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1940, 2020), House::new(&mut d.rng), day(&mut d.rng, 2005, 2026));
    let small = d.c.width < 500.0;
    let mut p =
        Pen::new(d, if small { 9.6 } else { 11.2 }, if small { 34.0 } else { 66.0 }, if small { 42.0 } else { 64.0 });
    let doctor = p.who(1945, 1990);
    p.say(Ty::Head, Left, format!("{} {}", p.pick(&["Docteur", "Dr"]), doctor.name()));
    p.say(Ty::Body, Left, p.pick(&["Médecine générale", "Pédiatrie", "Rhumatologie", "Dermatologie – Vénérologie"]));
    p.say(
        Ty::Small,
        Left,
        p.pick(&["Diplômé de la faculté de médecine de Lyon", "Ancien interne des hôpitaux", "Conventionné secteur 1"]),
    );
    let am = format!("{} {} {} {} {}", p.digits(2), p.any(1, 9), p.digits(5), p.any(0, 9), p.any(0, 9));
    let lines = [
        h.street.clone(),
        h.place(),
        format!("Tél. {}", h.phone),
        format!("N° AM : {am}"),
        format!("RPPS : {}", rpps(&p)),
    ];
    p.y = p.block(p.x, p.y, p.w * 0.6, Ty::Small, &lines);
    p.gap(1.5);
    let sent = f("date", p.date(when));
    p.say(Ty::Body, Right, format!("{}{sent}", p.pick(&["Le ", "", "Date : "])));
    p.gap(1.8);
    p.say(Ty::Title, Centre, p.pick(&["CERTIFICAT MÉDICAL", "Certificat médical", "CERTIFICAT"]));
    p.gap(1.6);
    let born = f("birth_date", p.date(who.birth));
    let child = who.birth.0 > 2008;
    let subject = format!(
        "{} {}, {} le {born}",
        if child { who.agree("l'enfant", "l'enfant") } else { who.agree("Monsieur", "Madame") },
        f("holder", if p.chance(0.3) { who.turned() } else { who.name() }),
        who.agree("né", "née")
    );
    let text = match p.any(0, 3) {
        0 => format!(
            "Je {}, Docteur en médecine, certifie avoir examiné ce jour {subject}, et avoir constaté que son état de \
                 santé \
             nécessite un repos de {} jours à compter de ce jour, sauf complication.",
            doctor.agree("soussigné", "soussignée"),
            p.any(2, 15)
        ),
        1 => format!(
            "Je {}, certifie que l'état de santé de {subject}, ne présente pas de contre-indication à la vie en \
                 collectivité et \
             que ses vaccinations obligatoires sont à jour.",
            doctor.agree("soussigné", "soussignée")
        ),
        2 => format!(
            "Je {} Docteur {} certifie que {subject}, doit être {} des cours d'éducation physique et sportive pour \
                 une durée de \
             {} semaines.",
            doctor.agree("soussigné", "soussignée"),
            doctor.last,
            who.agree("dispensé", "dispensée"),
            p.any(1, 8)
        ),
        _ => format!(
            "Après examen, je certifie que {subject}, présente une affection rendant la présence d'un parent \
                 indispensable à son \
             chevet et n'être pas contagieux(se) à la date du présent certificat."
        ),
    };
    p.para(Ty::Body, text);
    p.gap(0.8);
    p.para(
        Ty::Body,
        p.pick(&[
            "Certificat remis en main propre à l'intéressé(e) pour servir et valoir ce que de droit.",
            "Certificat établi à la demande du patient et remis en main propre, pour valoir ce que de droit.",
            "Remis à la demande des parents.",
        ]),
    );
    p.gap(2.0);
    p.sign(p.x + p.w * 0.55, &[p.pick(&["Signature et cachet", "Dr"]).to_owned()]);
    p.foot(
        Centre,
        &[p.pick(&[
            "Membre d'une association de gestion agréée – le règlement par chèque est accepté",
            "En cas d'urgence, composez le 15 – Consultations sur rendez-vous du lundi au vendredi",
        ])
        .into()],
    );
}

fn sport(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1955, 2015), House::new(&mut d.rng), day(&mut d.rng, 2010, 2026));
    let mut p = Pen::new(d, 11.0, 60.0, 60.0);
    let federation = p.pick(&[
        "Fédération Française d'Athlétisme",
        "Fédération Française de Football",
        "UFOLEP",
        "Fédération Française de Judo",
        "Fédération Française de Randonnée Pédestre",
    ]);
    p.logo(60.0, 34.0, 44.0);
    p.put(535.0, 58.0, 380.0, Ty::Head, Right, federation);
    p.put(535.0, 74.0, 380.0, Ty::Small, Right, format!("Saison {}-{}", when.0, when.0 + 1));
    p.y = 124.0;
    let title = p.pick(&[
        "CERTIFICAT MÉDICAL DE NON-CONTRE-INDICATION",
        "CERTIFICAT MÉDICAL",
        "Certificat médical de non contre-indication à la pratique sportive",
    ]);
    p.frame(60.0, p.y - 20.0, p.w, 34.0);
    p.say(Ty::Title, Centre, title);
    p.say(Ty::Small, Centre, "(articles L. 231-2 et suivants du code du sport)");
    p.gap(2.0);
    let doctor = p.who(1950, 1992);
    let born = p.date(who.birth);
    p.say(Ty::Body, Left, format!("Je soussigné(e), Docteur : {}", doctor.name()));
    p.say(Ty::Body, Left, format!("demeurant : {}, {}", h.street, h.place()));
    p.gap(0.6);
    p.say(
        Ty::Body,
        Left,
        format!(
            "certifie avoir examiné ce jour {} : {}",
            p.pick(&["M./Mme", "le sportif", "la personne suivante"]),
            f("holder", if p.chance(0.5) { who.turned() } else { who.name() })
        ),
    );
    p.say(Ty::Body, Left, format!("né(e) le : {}", f("birth_date", born)));
    p.say(
        Ty::Body,
        Left,
        format!(
            "Taille : {} cm    Poids : {} kg    T.A. : {}/{}",
            p.any(140, 195),
            p.any(42, 99),
            p.any(10, 14),
            p.any(6, 8)
        ),
    );
    p.gap(0.8);
    p.para(Ty::Body, "et n'avoir constaté, à la date de ce jour, aucun signe clinique apparent contre-indiquant :");
    for (text, p_yes) in [
        ("la pratique de la discipline en loisir", 0.9),
        ("la pratique de la discipline en compétition", 0.7),
        ("l'encadrement et l'arbitrage", 0.3),
        ("le surclassement dans la catégorie d'âge immédiatement supérieure", 0.2),
    ] {
        let ticked = p.chance(p_yes);
        crate::pages::layouts::facts::tick(p.d, p.x + 14.0, p.y, 8.0, ticked);
        p.put(p.x + 30.0, p.y, p.w - 30.0, Ty::Body, Left, text);
        p.gap(1.2);
    }
    p.gap(0.6);
    p.para(
        Ty::Body,
        format!(
            "Discipline(s) : {}",
            p.pick(&[
                "course à pied, trail, marche nordique", "football à onze, futsal", "judo, ju-jitsu, taïso",
                "randonnée pédestre"
            ])
        ),
    );
    p.para(Ty::Body, "Restrictions éventuelles : néant");
    p.gap(1.5);
    let sent = f("date", p.date(when));
    p.say(Ty::Body, Left, format!("Fait à {}, le {sent}", h.town));
    p.gap(1.0);
    p.sign(320.0, &["Cachet et signature du médecin".to_owned(), format!("N° RPPS {}", rpps(&p))]);
    p.down_to(0.74);
    p.say(Ty::Bold, Left, "Recommandations aux pratiquants");
    for text in [
        "Je signale à mon médecin toute douleur dans la poitrine ou essoufflement anormal survenant à l'effort.",
        "Je respecte toujours un échauffement et une récupération de dix minutes lors de mes activités sportives.",
        "Je bois trois ou quatre gorgées d'eau toutes les trente minutes d'exercice, à l'entraînement comme en \
             compétition.",
        "Je ne consomme jamais de substance dopante et j'évite l'automédication en général.",
    ] {
        p.para(Ty::Small, format!("– {text}"));
    }
    p.foot(
        Centre,
        &[format!("{federation} – Commission médicale nationale – Document à remettre au secrétariat du club")],
    );
}

fn hospital(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1935, 2012), House::new(&mut d.rng), day(&mut d.rng, 2008, 2026));
    let mut p = Pen::new(d, 10.4, 44.0, 54.0);
    let place = format!("Centre hospitalier de {}", h.town);
    let unit = p.pick(&[
        "Service des urgences",
        "Service d'orthopédie et traumatologie",
        "Unité médico-judiciaire",
        "Maternité – Gynécologie obstétrique",
    ]);
    p.logo(44.0, 30.0, 44.0);
    p.put(100.0, 52.0, 300.0, Ty::Head, Left, &place);
    p.put(100.0, 68.0, 300.0, Ty::Body, Left, unit);
    let (chief, other) = (p.who(1950, 1975), p.who(1960, 1990));
    let mut side =
        vec!["Chef de service".to_owned(), format!("Dr {}", chief.name()), "Praticiens hospitaliers".to_owned()];
    side.extend([
        format!("Dr {}", other.name()),
        format!("Dr {}", p.who(1965, 1990).name()),
        "Secrétariat".to_owned(),
        h.phone.clone(),
        "Cadre de santé".to_owned(),
        p.who(1965, 1990).titled(false),
        format!("FINESS {}", p.digits(9)),
    ]);
    p.block(44.0, 116.0, 120.0, Ty::Small, &side);
    p.d.rule(172.0, 104.0, 172.0, 720.0, 0.5);
    p.x = 186.0;
    p.w = 365.0;
    p.y = 118.0;
    let (sent, born) = (f("date", p.date(when)), p.date(who.birth));
    p.say(Ty::Body, Right, format!("{}, le {sent}", h.town));
    p.gap(2.0);
    p.say(
        Ty::Title,
        Left,
        p.pick(&[
            "CERTIFICAT MÉDICAL INITIAL", "CERTIFICAT D'HOSPITALISATION", "Certificat médical", "CERTIFICAT DE PASSAGE",
        ]),
    );
    p.gap(1.0);
    let ipp = format!("{}{}", p.pick(&["0", "8", "21"]), p.digits(8));
    let mut rows = vec![
        ("Patient", f("holder", if p.chance(0.5) { who.turned() } else { who.name() })),
        ("Né(e) le", f("birth_date", born)),
        (p.pick(&["IPP", "N° de dossier", "N° de séjour"]), f("reference", ipp)),
    ];
    if p.chance(0.5) {
        rows.push(("N° sécurité sociale", f("nir", &who.nir)));
    }
    p.rows(112.0, &rows, true);
    p.gap(1.2);
    let inn = p.date((when.0, when.1, (when.2 - 4).max(1)));
    p.para(
        Ty::Body,
        format!(
            "Je soussigné, Docteur {}, praticien hospitalier, certifie que le patient désigné \
         ci-dessus a été pris en charge \
         dans le service à compter du {inn}.",
            other.name()
        ),
    );
    p.para(Ty::Body, p.pick(&[
        "L'examen clinique retrouve une contusion de l'épaule droite avec limitation douloureuse de l'abduction, une \
             ecchymose de \
         4 cm sur 2 cm à la face externe du bras et des dermabrasions du coude. Radiographies sans lésion osseuse \
              visible.",
        "L'examen met en évidence une entorse de la cheville gauche de gravité moyenne, immobilisée par une attelle \
             pour vingt et un \
         jours. Une rééducation est prescrite. Contrôle clinique prévu dans un mois.",
        "L'évolution a été favorable sous traitement et la sortie au domicile a été autorisée, avec poursuite des \
             soins infirmiers \
         pendant dix jours et surveillance biologique hebdomadaire."]));
    p.para(
        Ty::Body,
        format!(
            "La durée prévisible de l'incapacité est de {} jours, sous réserve de complications ultérieures.",
            p.any(3, 45)
        ),
    );
    p.para(
        Ty::Body,
        "Certificat établi sur la demande de l'intéressé(e) et remis en main propre pour faire valoir ce que de droit.",
    );
    p.gap(2.0);
    p.sign(360.0, &[format!("Docteur {}", other.name()), format!("RPPS {}", rpps(&p))]);
    p.x = 44.0;
    p.w = p.d.c.width - 88.0;
    let (street, code) = (h.street.clone(), h.place());
    p.foot(
        Centre,
        &[
            format!("{place} – {street} – {code} – Standard {}", h.phone),
            "Établissement public de santé – www.ch-hopital.fr".into(),
        ],
    );
}

fn occupational(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1960, 2003), House::new(&mut d.rng), day(&mut d.rng, 2012, 2026));
    let small = d.c.width < 500.0;
    let mut p = Pen::new(d, if small { 8.8 } else { 10.6 }, if small { 30.0 } else { 56.0 }, 46.0);
    p.say(
        Ty::Head,
        Left,
        p.pick(&[
            "Centre de vaccination internationale", "Cabinet médical des Trois-Fontaines",
            "Maison de santé pluridisciplinaire",
        ]),
    );
    p.say(Ty::Small, Left, format!("{} – {} – Tél. {}", h.street, h.place(), h.phone));
    p.rule();
    p.gap(0.6);
    p.say(
        Ty::Title,
        Centre,
        p.pick(&[
            "CERTIFICAT MÉDICAL", "CERTIFICAT DE VACCINATION", "CERTIFICAT D'APTITUDE", "CERTIFICAT DE BONNE SANTÉ",
        ]),
    );
    p.gap(1.2);
    let born = p.date(who.birth);
    let id = format!("{}-{}", p.pick(&["CM", "CV", "V"]), p.digits(6));
    p.rows(
        p.w * 0.36,
        &[
            ("Nom :", who.last.clone()),
            ("Prénom :", who.first.into()),
            ("Date de naissance :", f("birth_date", born)),
            ("N° de sécurité sociale :", f("nir", &who.nir)),
            ("N° du certificat :", f("reference", id)),
        ],
        true,
    );
    p.gap(1.0);
    p.para(
        Ty::Body,
        format!(
            "Le médecin soussigné certifie que {} a reçu les vaccinations suivantes et que son état \
         de santé est compatible \
         avec l'activité envisagée.",
            f("holder", who.titled(true).split_once(' ').map_or("", |t| t.1))
        ),
    );
    p.gap(0.4);
    let rows: Vec<Vec<String>> = [
        ("Diphtérie – tétanos – polio", "Revaxis"),
        ("Rougeole – oreillons – rubéole", "Priorix"),
        ("Hépatite B", "Engerix B20"),
        ("Fièvre jaune", "Stamaril"),
        ("Grippe saisonnière", "Vaxigrip"),
    ]
    .iter()
    .map(|(a, b)| {
        let when = p.date((when.0 - p.any(0, 8), p.any(1, 12), p.any(1, 28)));
        vec![(*a).to_owned(), (*b).to_owned(), when, format!("{}{}", p.capital(), p.digits(5))]
    })
    .collect();
    p.table(
        Ty::Small,
        (&[3.4, 2.0, 1.8, 1.5], "llcl"),
        &["Vaccin", "Spécialité", "Injection", "Lot"],
        &rows,
        Rules::Grid,
    );
    p.para(
        Ty::Small,
        "Ce certificat, strictement personnel, ne comporte aucune information couverte par le secret \
         médical. Il est remis en \
         main propre à l'intéressé(e).",
    );
    p.gap(1.2);
    let sent = f("date", p.date(when));
    p.say(Ty::Body, Left, format!("Établi à {}, le {sent}", h.town));
    p.gap(1.0);
    p.sign(p.x + p.w * 0.5, &[format!("Dr {}", p.who(1950, 1990).name())]);
    p.foot(Left, &[format!("RPPS {} – Certificat valable sous réserve de l'évolution de l'état de santé", rpps(&p))]);
}
