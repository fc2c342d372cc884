//! Orders that concern one person: agents of a town, leave to build.

use super::civil_arretes::articles;
use super::civil_kit::{commune, later};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, figures, of, written};
use crate::pages::layouts::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, Who, f};
use crate::pages::layouts::page::Page;
use crate::pages::marks;

pub(super) const PAGES: &[Page] = &[Page::a4("arrete", agent), Page::a4("arrete", building)];

/// On the career of one agent.
fn agent(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1960, 1998), House::new(&mut d.rng), day(&mut d.rng, 2017, 2026));
    let mut p = Pen::new(d, 10.2, 58.0, 50.0);
    let (_, town, department) = commune(&p);
    let (x, w) = (p.x, p.w);
    let body = p.pick(&["Commune", "Communauté de communes", "Centre communal d'action sociale"]);
    let y = p.y;
    p.block(
        x,
        y,
        w * 0.5,
        Ty::Body,
        &[
            format!("Département : {department}"),
            format!("{body} {}", of(town)),
            h.street.clone(),
            format!("SIRET : {}", h.siret),
        ],
    );
    p.put(
        x + w,
        y,
        w * 0.4,
        Ty::Bold,
        Right,
        format!("N° {}", f("order_number", format!("{}/RH/{:03}", when.0, p.any(1, 390)))),
    );
    p.y = y + 82.0;
    p.say(Ty::Head, Centre, "ARRÊTÉ");
    let (grade, next) = *p_pick(
        &p,
        &[
            ("adjoint technique territorial", "adjoint technique principal de 2e classe"),
            ("adjoint administratif territorial", "adjoint administratif principal de 2e classe"),
            ("agent de maîtrise", "agent de maîtrise principal"),
            ("rédacteur territorial", "rédacteur principal de 2e classe"),
        ],
    );
    let name = who.titled(false);
    let step = p.any(3, 10);
    let (about, what) = match p.any(0, 2) {
        0 => (
            format!("portant avancement d'échelon de {name}"),
            format!(
                "{name}, {grade}, est promu{} au {step}e échelon de son grade, indice brut {}, indice majoré {}.",
                who.agree("", "e"),
                380 + step * 9,
                352 + step * 6
            ),
        ),
        1 => (
            format!("portant avancement de grade de {name}"),
            format!(
                "{name} est nommé{} au grade de {next}, {step}e échelon, indice brut {}.",
                who.agree("", "e"),
                390 + step * 10
            ),
        ),
        _ => (
            format!("portant attribution du temps partiel à {name}"),
            format!(
                "{name}, {grade}, est autorisé{} à exercer ses fonctions à temps partiel à raison de {} % pour une durée d'un an.",
                who.agree("", "e"),
                p.pick(&["80", "50", "90"])
            ),
        ),
    };
    p.say(Ty::Bold, Centre, f("subject", about));
    p.gap(1.2);
    let head = if body == "Commune" { "Le Maire," } else { "Le Président," };
    p.para(Ty::Body, head);
    for line in [
        "- Vu le Code général de la fonction publique ;",
        "- Vu le décret n° 2016-596 du 12 mai 2016 relatif à l'organisation des carrières des fonctionnaires de catégorie C ;",
        "- Vu le tableau d'avancement établi au titre de l'année en cours ;",
    ] {
        p.para(Ty::Body, line);
    }
    p.para(
        Ty::Body,
        format!(
            "- Vu la situation administrative de l'intéressé{}, né{} le {} ;",
            who.agree("", "e"),
            who.agree("", "e"),
            figures(who.birth, "/")
        ),
    );
    p.gap(0.6);
    p.say(Ty::Bold, Left, "ARRÊTE");
    p.gap(0.3);
    let from = (when.0, when.1, 1);
    let texts = [
        format!("À compter du {}, {what}", written(from)),
        "L'ampliation du présent arrêté sera transmise au Président du Centre de gestion, au comptable de la collectivité \
         et notifiée à l'agent."
            .to_owned(),
        "Le présent arrêté peut faire l'objet d'un recours devant le tribunal administratif dans un délai de deux mois à \
         compter de sa notification."
            .to_owned(),
    ];
    articles(&mut p, 1, &texts);
    p.gap(0.8);
    let at = x + w * 0.55;
    let (sent, y) = (f("date", p.date(when)), p.y);
    let boss = p.who(1950, 1980).name();
    p.sign(at, &[format!("Fait à {town}, le {sent}"), head.to_owned(), boss]);
    let mut lines = vec!["Notifié à l'agent le :".to_owned(), "(date et signature)".to_owned()];
    if p.chance(0.5) {
        lines.insert(
            0,
            format!("Transmis au représentant de l'État le : {}", f("transmission_date", figures(later(when, 4), "/"))),
        );
    }
    p.block(x, y, w * 0.48, Ty::Small, &lines);
}

fn p_pick<'t, T>(p: &Pen<'_, '_, '_>, items: &'t [T]) -> &'t T {
    &items[p.any(0, items.len() as i64 - 1) as usize]
}

/// Leave to build, with a table of the request at the head.
fn building(d: &mut Desk<'_, '_>) {
    let (who, when) = (Who::new(&mut d.rng, 1950, 1995), day(&mut d.rng, 2016, 2026));
    let mut p = Pen::new(d, 9.8, 50.0, 46.0);
    let (code, town, _) = commune(&p);
    let (x, w) = (p.x, p.w);
    let kind = p_pick(
        &p,
        &[("PC", "un permis de construire"), ("DP", "une déclaration préalable"), ("PD", "un permis de démolir")],
    );
    let (kind, words) = *kind;
    let file = format!("{kind} {} {} {:02} {}{:04}", &code[..3], p.digits(3), when.0 % 100, p.capital(), p.any(1, 140));
    p.ends(Ty::Bold, format!("Commune {}", of(town)), "");
    p.say(Ty::Small, Left, "Service urbanisme");
    p.gap(1.0);
    let number = format!("{}{:03}", p.pick(&["URB-", "A", "AU "]), p.any(4, 800));
    let title = if kind == "DP" { "ARRÊTÉ DE NON-OPPOSITION" } else { "ARRÊTÉ" };
    p.say(Ty::Title, Centre, title);
    let verb = if kind == "DP" { "à une déclaration préalable".to_owned() } else { format!("accordant {words}") };
    p.say(Ty::Bold, Centre, f("subject", format!("{verb} au nom de la commune")));
    p.say(Ty::Body, Centre, format!("Arrêté n° {}", f("order_number", number)));
    p.gap(0.8);
    let asked = day(&mut p.d.rng, when.0 - 1, when.0 - 1);
    let work = p.pick(&[
        "construction d'une maison individuelle", "extension et véranda", "ravalement de façade", "garage et clôture",
        "changement de menuiseries",
    ]);
    let rows = vec![
        vec![format!("Demande déposée le {}", figures(asked, "/")), format!("N° {file}")],
        vec![format!("Par : {}", who.titled(true)), format!("Surface de plancher : {} m²", p.any(0, 160))],
        vec![format!("Demeurant : {}, {}", who.home[0], who.home[1]), "Destination : habitation".into()],
        vec![format!("Pour : {work}"), String::new()],
        vec![
            format!(
                "Sur un terrain sis : {} à {town}",
                p.pick(&["lieu-dit La Garenne", "chemin des Sources", "rue des Tilleuls"])
            ),
            format!("Cadastré : {} {}", p.pick(&["AB", "ZC", "AK"]), p.any(11, 480)),
        ],
    ];
    p.table(Ty::Body, (&[3.2, 2.0], "ll"), &[], &rows, Rules::Columns);
    p.para(Ty::Body, "Le Maire,");
    for line in [
        "Vu la demande susvisée et les plans annexés ;",
        "Vu le Code de l'urbanisme, notamment ses articles L. 421-1 et suivants, R. 421-1 et suivants ;",
        "Vu le plan local d'urbanisme approuvé, modifié en dernier lieu par délibération du conseil municipal ;",
        "Vu l'avis favorable de l'architecte des Bâtiments de France ;",
    ]
    .iter()
    .take(p.any(3, 4) as usize)
    {
        p.para(Ty::Body, *line);
    }
    p.gap(0.3);
    p.say(Ty::Head, Centre, "ARRÊTE");
    p.gap(0.3);
    let decision = if kind == "DP" {
        "Il n'est pas fait opposition à la déclaration préalable décrite dans la demande susvisée."
    } else {
        "Le permis est ACCORDÉ pour le projet décrit dans la demande susvisée."
    };
    let texts = [
        decision.to_owned(),
        "Les prescriptions émises par les services consultés et annexées au présent arrêté devront être respectées."
            .to_owned(),
        "Les matériaux et teintes seront conformes aux indications portées dans la notice jointe à la demande."
            .to_owned(),
    ];
    articles(&mut p, 0, &texts);
    let y = p.y + 8.0;
    p.y = y;
    let sent = f("date", p.date(when));
    let deputy = p.who(1950, 1985).name();
    p.sign(
        x + w * 0.5,
        &[format!("{town}, le {sent}"), "Pour le Maire, l'adjoint délégué à l'urbanisme,".into(), deputy],
    );
    if p.chance(0.7) {
        let lines = [
            format!("Affiché en mairie le {}", f("publication_date", figures(later(when, 2), "/"))),
            format!("Transmis au contrôle de légalité le {}", f("transmission_date", figures(later(when, 3), "/"))),
        ];
        p.block(x, y, w * 0.45, Ty::Small, &lines);
    }
    p.gap(0.5);
    if p.y < p.d.c.height - 150.0 {
        let (top, low) = (p.y, p.d.c.height - 44.0);
        p.x += 8.0;
        p.w -= 16.0;
        p.gap(1.0);
        p.say(Ty::Bold, Left, "INFORMATIONS À LIRE ATTENTIVEMENT");
        p.para(Ty::Small, "Durée de validité : l'autorisation est périmée si les travaux ne sont pas entrepris dans le délai de trois ans à compter de sa notification. Il en est de même si, passé ce délai, les travaux sont interrompus pendant un délai supérieur à une année.");
        p.para(Ty::Small, "Délais et voies de recours : le bénéficiaire d'une décision qui désire la contester peut saisir le tribunal administratif compétent d'un recours contentieux dans les deux mois à partir de sa notification.");
        let end = (p.y + 4.0).min(low);
        p.frame(x, top, w, end - top);
    }
    if p.chance(0.3) {
        marks::stamp(p.d.c, x + w - 60.0, 70.0, &mut p.d.rng);
    }
}
