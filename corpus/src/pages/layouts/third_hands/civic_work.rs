//! What employers attest: certificates of work, attestations of employment and of pay, the form for the job centre.

use super::super::facts::{day, figures, sum, written};
use super::super::page::Page;
use super::civic_kit::{Column, Cut, Form, blank};
use super::civic_names::{home, nir, office_phone, person, place, siret, street};
use crate::pages::compose::Align;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] = &[
    Page::a4("attestation_employeur", certificate),
    Page::a4("attestation_employeur", employment),
    Page::a4("attestation_employeur", public_employer),
    Page::a4("attestation_employeur", job_centre),
];

const JOBS: &[&str] = &[
    "agent de production", "assistante de direction", "technicien de maintenance", "vendeur conseil", "aide-soignant",
    "conducteur d'engins", "comptable", "ingénieur d'études", "agent d'entretien", "chef de rang",
    "préparateur de commandes", "développeur informatique", "magasinier cariste", "coffreur bancheur",
];

const FIRMS: &[&str] = &[
    "MENUISERIE DU VAL",
    "Transports Delmas & Fils",
    "SARL BOULANGERIE DES ARCADES",
    "Clinique des Ormeaux",
    "LOGISTIQUE OUEST SERVICES",
    "Groupe Verrerie de l'Est",
    "SAS AQUITAINE NETTOYAGE",
    "Imprimerie Castagné",
    "HÔTEL DES VOYAGEURS",
    "Société nouvelle des fonderies du Jura",
    "Cabinet Thévenot Expertise",
    "EHPAD Les Tilleuls",
];

/// A firm: name, its lines, SIRET.
fn firm(r: &mut Rng) -> (String, Vec<String>, String, &'static str) {
    let name = if r.chance(0.3) { crate::text::company(r) } else { r.pick(FIRMS).to_owned() };
    let town = place(r);
    (name, vec![street(r), format!("{} {}", town.0, capitals(town.1, r.chance(0.5)))], siret(r), town.1)
}

fn spelled_date(when: (i64, i64, i64), r: &mut Rng) -> String {
    if r.chance(0.55) { written(when) } else { figures(when, "/") }
}

/// The certificate at the end of a contract.
fn certificate(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(10.4, 12.0));
    let (name, lines, code, town) = firm(r);
    let who = person(r, 1950, 2002);
    let (from, to) = (day(r, 2000, 2016), day(r, 2017, 2025));
    let date = spelled_date(to, r);
    let number = nir(&who, r);
    col.set(d, Align::Left, &name, (Cut::Bold, 1.2), &[]);
    col.lines(d, &lines);
    let label = r.pick(&["SIRET : ", "N° SIRET ", "Siret : ", "SIRET n° "]);
    col.line(d, &format!("{label}{code}"), &[("siret", &code)]);
    if r.chance(0.6) {
        col.line(d, &format!("Code APE : {}{} - Tél. {}", r.digits(4), r.capital(), office_phone(r)), &[]);
    }
    col.gap(r.range(2.0, 4.0));
    let title = r.pick(&["CERTIFICAT DE TRAVAIL", "Certificat de travail"]);
    col.title(d, title, 1.6, &[]);
    col.gap(r.range(1.5, 3.0));
    let holder = who.full();
    let boss = person(r, 1950, 1985);
    let job = r.pick(JOBS);
    let birth = figures(who.birth, "/");
    let lives = home(r);
    let role = r.pick(&["gérant", "directeur des ressources humaines", "président", "responsable du personnel"]);
    if r.chance(0.5) {
        let text = format!(
            "Je {}, {}, agissant en qualité de {role} de la société {name}, certifie que {} {holder}, {} le \
                {birth}, demeurant {}, \
             a été {} dans notre entreprise du {} au {} en qualité de {job}.",
            boss.agree("soussigné", "soussignée"),
            boss.full(),
            who.title(true),
            who.agree("né", "née"),
            lives.line(),
            who.agree("employé", "employée"),
            written(from),
            written(to)
        );
        col.text(d, &text, &[("holder", &holder), ("birth_date", &birth)]);
        if r.chance(0.5) {
            col.gap(0.5);
            col.line(d, &format!("Numéro de Sécurité sociale : {number}"), &[("nir", &number)]);
        }
    } else {
        col.text(d, &format!("Nous soussignés, société {name}, certifions avoir employé :"), &[]);
        col.gap(0.8);
        let inner = &mut col.part(col.x + 24.0, col.w - 24.0);
        inner.pair(d, 0.3, "Nom et prénom :", &holder, "holder");
        inner.pair(d, 0.3, "Né(e) le :", &birth, "birth_date");
        inner.pair(d, 0.3, "N° Sécurité sociale :", &number, "nir");
        inner.pair(d, 0.3, "Adresse :", &lives.line(), "");
        inner.pair(d, 0.3, "Emploi :", job, "");
        inner.pair(d, 0.3, "Du :", &figures(from, "/"), "");
        inner.pair(d, 0.3, "Au :", &figures(to, "/"), "");
        col.y = inner.y;
    }
    col.gap(0.8);
    col.text(d, &format!("{} nous quitte libre de tout engagement.", who.title(true)), &[]);
    if r.chance(0.7) {
        col.gap(0.5);
        col.text(d, "L'intéressé bénéficie du maintien gratuit des garanties de prévoyance et de frais de \
            santé (article L. 911-8 du code de la Sécurité sociale) pendant la durée de l'indemnisation du chômage, dans la limite de douze mois.", &[]);
    }
    col.gap(0.6);
    col.text(
        d,
        r.pick(&[
            "Certificat établi pour servir et valoir ce que de droit.",
            "En foi de quoi, nous lui délivrons le présent certificat.",
        ]),
        &[],
    );
    col.gap(1.4);
    col.line(d, &format!("{}{town}, le {date}", r.pick(&["Fait à ", "À ", ""])), &[("date", &date)]);
    col.sign(d, 0.5, &[boss.full(), r.pick(&["Cachet de l'entreprise", "Signature et cachet", ""]).to_owned()]);
    col.foot(
        d,
        &[format!(
            "{name} au capital de {} euros - RCS {} {}",
            codes::thousands(r.between(5, 400) as u64 * 1000, " "),
            capitals(town, true),
            &code[..11]
        )],
    );
}

/// That somebody is employed, of an office for staff, with reference and pay at times.
fn employment(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(10.0, 11.4));
    let (name, lines, code, town) = firm(r);
    let who = person(r, 1960, 2002);
    let when = day(r, 2010, 2025);
    let date = spelled_date(when, r);
    let from = day(r, 2001, when.0 - 1);
    let id = format!("{}/{}/{}", r.pick(&["RH", "DRH", "SP"]), r.pick(&["AE", "MB", "CL", "JP"]), r.digits(4));
    marks::logo(d.c, col.x, col.y, 26.0, r);
    let mut side = col.part(col.x + col.w * 0.5, col.w * 0.5);
    side.set(d, Align::Right, &name, (Cut::Bold, 1.1), &[]);
    for line in &lines {
        side.set(d, Align::Right, line, (Cut::Plain, 0.95), &[]);
    }
    col.y = side.y + col.lead * 1.5;
    col.line(d, "Direction des ressources humaines", &[]);
    if r.chance(0.7) {
        let label = r.pick(&["Réf. : ", "N/Réf. : ", "Référence : "]);
        col.line(d, &format!("{label}{id}"), &[("reference", &id)]);
    }
    col.line(d, &format!("Affaire suivie par {} - {}", person(r, 1965, 1998).full(), office_phone(r)), &[]);
    col.gap(1.0);
    col.set(d, Align::Right, &format!("{town}, le {date}"), (Cut::Plain, 1.0), &[("date", &date)]);
    col.gap(2.0);
    let title = r.pick(&[
        "ATTESTATION D'EMPLOI", "ATTESTATION DE TRAVAIL", "ATTESTATION D'EMPLOYEUR",
        "ATTESTATION DE SALAIRE ET D'EMPLOI",
    ]);
    col.title(d, title, 1.4, &[]);
    col.gap(1.5);
    let holder = if r.chance(0.6) { who.full() } else { format!("{} {}", who.surname(), who.firsts[0]) };
    let job = r.pick(JOBS);
    let number = nir(&who, r);
    let birth = written(who.birth);
    let contract = r.pick(&["à durée indéterminée", "à durée déterminée", "d'apprentissage"]);
    col.text(
        d,
        &format!(
            "Je soussigné, {}, directeur des ressources humaines, atteste que {} {holder}, {} le {birth} \
            à {}, est {} au sein de notre société depuis le {}.",
            person(r, 1958, 1985).full(),
            who.title(true),
            who.agree("né", "née"),
            who.born_at.1,
            who.agree("salarié", "salariée"),
            written(from)
        ),
        &[("holder", &holder), ("birth_date", &birth)],
    );
    col.gap(0.6);
    col.text(
        d,
        &format!(
            "{} occupe le poste de {job} dans le cadre d'un contrat {contract}, à temps complet \
        (151,67 heures par mois).",
            who.agree("Il", "Elle")
        ),
        &[],
    );
    col.gap(0.6);
    if r.chance(0.6) {
        let gross = r.between(170_000, 420_000) as u64;
        let rows = vec![
            ["Éléments de rémunération", "Mensuel", "Annuel"].map(|t| ("", t.to_owned())).to_vec(),
            vec![
                ("", "Salaire brut".to_owned()),
                ("", format!("{} €", sum(gross))),
                ("", format!("{} €", sum(gross * 12))),
            ],
            vec![
                ("", "Prime d'ancienneté".to_owned()),
                ("", format!("{} €", sum(gross / 33))),
                ("", format!("{} €", sum(gross / 33 * 12))),
            ],
            vec![
                ("", "Net imposable".to_owned()),
                ("", format!("{} €", sum(gross * 80 / 100))),
                ("", format!("{} €", sum(gross * 960 / 100))),
            ],
        ];
        col.table(d, &[2.0, 1.0, 1.0], "lrr", &rows, r.chance(0.6));
    }
    if r.chance(0.5) {
        col.line(d, &format!("N° de sécurité sociale : {number}"), &[("nir", &number)]);
    }
    col.text(
        d,
        &format!(
            "À ce jour, {} n'est ni démissionnaire, ni en période de préavis, ni en période d'essai.",
            who.agree("l'intéressé", "l'intéressée")
        ),
        &[],
    );
    col.gap(0.6);
    col.text(d, "La présente attestation est délivrée à sa demande pour servir et valoir ce que de droit.", &[]);
    col.gap(0.6);
    col.sign(d, 0.52, &["Le directeur des ressources humaines".to_owned()]);
    col.foot(d, &[format!("{name} - SIRET {code} - {}", lines.join(" - "))]);
    let foot = d.c.lines.len().saturating_sub(1);
    super::super::facts::mark(d, foot, "siret", &code);
}

/// Of a hospital, town or school board, a statement of services.
fn public_employer(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(9.8, 11.0));
    let who = person(r, 1955, 1998);
    let town = place(r);
    let when = day(r, 2008, 2025);
    let date = spelled_date(when, r);
    let employer = r.pick(&[
        "Centre hospitalier", "Mairie", "Conseil départemental", "Rectorat de l'académie", "Communauté d'agglomération",
    ]);
    let number = nir(&who, r);
    let code = siret(r);
    col.bold(d, &format!("{employer} {}", super::super::facts::of(town.1)), &[]);
    col.line(d, "Service du personnel et des carrières", &[]);
    col.line(d, &format!("{} - {} {}", street(r), town.0, town.1), &[]);
    col.line(d, &format!("SIRET {code} - Tél. {}", office_phone(r)), &[("siret", &code)]);
    col.gap(2.5);
    col.title(
        d,
        r.pick(&[
            "ÉTAT DE SERVICES - CERTIFICAT DE TRAVAIL",
            "CERTIFICAT D'EMPLOI",
            "ATTESTATION D'EMPLOI ET DE SERVICES",
        ]),
        1.3,
        &[],
    );
    col.gap(1.5);
    let holder = who.full();
    let birth = figures(who.birth, "/");
    let id = r.digits(6);
    col.pair(d, 0.3, "Agent", &holder, "holder");
    col.pair(d, 0.3, "Date et lieu de naissance", &format!("{birth} à {}", who.born_at.1), "");
    super::super::facts::mark(d, d.c.lines.len().saturating_sub(2), "birth_date", &birth);
    col.pair(d, 0.3, "Matricule", &id, "");
    col.pair(d, 0.3, "N° de sécurité sociale", &number, "nir");
    col.pair(
        d,
        0.3,
        "Grade",
        r.pick(&[
            "Adjoint technique", "Aide-soignante de classe normale", "AESH", "Assistant d'enseignement",
            "Agent de maîtrise",
        ]),
        "",
    );
    col.gap(1.0);
    let mut rows = vec![["Du", "Au", "Fonctions", "Quotité", "Position"].map(|t| ("", t.to_owned())).to_vec()];
    for step in 0..r.between(2, 6) {
        let year = when.0 - 7 + step;
        rows.push(vec![
            ("", figures((year, 1, 1), "/")),
            ("", figures((year, 12, 31), "/")),
            ("", r.pick(JOBS).to_owned()),
            ("", r.pick(&["100 %", "80 %", "50 %"]).to_owned()),
            ("", r.pick(&["Contractuel", "Stagiaire", "Titulaire"]).to_owned()),
        ]);
    }
    col.table(d, &[1.1, 1.1, 2.0, 0.8, 1.2], "lllcl", &rows, true);
    col.gap(0.8);
    col.text(
        d,
        &format!(
            "Le directeur certifie l'exactitude des services énumérés ci-dessus, accomplis par {} {}.",
            who.title(true),
            who.full()
        ),
        &[],
    );
    col.text(
        d,
        "Ce certificat est délivré en application de l'article 44-1 du décret n° 86-83 du 17 janvier 1986.",
        &[],
    );
    col.gap(1.2);
    col.set(d, Align::Right, &format!("Fait à {}, le {date}", town.1), (Cut::Plain, 1.0), &[("date", &date)]);
    col.sign(
        d,
        0.52,
        &["Pour le directeur et par délégation,".to_owned(), format!("l'attachée, {}", person(r, 1960, 1990).full())],
    );
}

/// The form that goes to the job centre at the end of a contract.
fn job_centre(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(8.6, 9.4));
    let (name, lines, code, town) = firm(r);
    let who = person(r, 1960, 2003);
    let when = day(r, 2012, 2025);
    let date = figures(when, "/");
    let (birth, number, lives) = (figures(who.birth, "/"), nir(&who, r), home(r));
    let from = figures(day(r, 2005, when.0 - 1), "/");
    let form = r.choose(&[Form::Boxed, Form::Dotted, Form::Open]);
    let brand = if when.0 >= 2024 { "France Travail" } else { "Pôle emploi" };
    col.set(d, Align::Left, brand, (Cut::Bold, 1.5), &[]);
    col.title(d, &format!("ATTESTATION D'EMPLOYEUR DESTINÉE À {}", capitals(brand, true)), 1.3, &[]);
    col.set(d, Align::Centre, "(articles R. 1234-9 à R. 1234-12 du code du travail)", (Cut::Italic, 0.9), &[]);
    col.gap(0.8);
    col.bar(d, "1  EMPLOYEUR", 215);
    col.blanks(d, form, &[blank("Nom ou raison sociale", &name, "", 1.0)]);
    col.blanks(d, form, &[blank("Adresse", &lines.join(" "), "", 1.0)]);
    let phone = office_phone(r);
    col.blanks(
        d,
        form,
        &[
            blank("N° SIRET", &code, "siret", 1.2),
            blank("Code APE", "4941B", "", 0.7),
            blank("Téléphone", &phone, "", 1.0),
        ],
    );
    col.blanks(
        d,
        form,
        &[
            blank("IDCC de la convention collective", "1486", "", 1.0),
            blank("Effectif au 31/12", &r.between(3, 400).to_string(), "", 0.8),
        ],
    );
    col.gap(0.4);
    col.bar(d, "2  SALARIÉ", 215);
    col.blanks(
        d,
        form,
        &[blank("N° de sécurité sociale", &number, "nir", 1.0), blank("Date de naissance", &birth, "birth_date", 0.8)],
    );
    let holder = if r.chance(0.5) { who.full() } else { format!("{} {}", who.surname(), who.firsts[0]) };
    col.blanks(d, form, &[blank("Nom et prénom", &holder, "holder", 1.0)]);
    col.blanks(d, form, &[blank("Adresse", &lives.line(), "", 1.0)]);
    col.gap(0.4);
    col.bar(d, "3  EMPLOI", 215);
    let end = figures(when, "/");
    col.blanks(
        d,
        form,
        &[
            blank("Durée d'emploi du", &from, "", 1.0),
            blank("au", &end, "", 1.0),
            blank("Dernier jour travaillé payé", &end, "", 1.2),
        ],
    );
    col.blanks(
        d,
        form,
        &[blank("Dernier emploi tenu", r.pick(JOBS), "", 1.0), blank("Horaire hebdomadaire", "35,00", "", 0.7)],
    );
    col.ticks(
        d,
        "Motif de la rupture :",
        &[
            ("fin de CDD", r.chance(0.5)),
            ("licenciement", false),
            ("démission", false),
            ("rupture conventionnelle", r.chance(0.4)),
            ("autre", false),
        ],
    );
    col.bar(d, "4  SALAIRES DES DERNIERS MOIS CIVILS COMPLETS", 215);
    let mut rows = vec![
        ["Période", "Date de paie", "Heures", "Jours n.t.", "Salaire brut", "Primes"]
            .map(|t| ("", t.to_owned()))
            .to_vec(),
    ];
    for month in 1..=r.between(4, 9) {
        let gross = r.between(160_000, 290_000) as u64;
        rows.push(vec![
            ("", format!("{month:02}/{}", when.0 - 1)),
            ("", figures((when.0 - 1, month, 28), "/")),
            ("", "151,67".to_owned()),
            ("", "0".to_owned()),
            ("", sum(gross)),
            ("", sum(gross / 40)),
        ]);
    }
    col.table(d, &[1.0, 1.2, 0.8, 0.8, 1.2, 1.0], "llrrrr", &rows, true);
    col.bar(d, "5  AUTHENTIFICATION PAR L'EMPLOYEUR", 215);
    col.line(
        d,
        &format!(
            "Je soussigné {}, certifie que les renseignements indiqués sont exacts.",
            person(r, 1955, 1985).full()
        ),
        &[],
    );
    col.line(d, &format!("Fait à {town}, le {date}"), &[("date", &date)]);
    col.sign(d, 0.5, &["Signature et cachet".to_owned()]);
}
