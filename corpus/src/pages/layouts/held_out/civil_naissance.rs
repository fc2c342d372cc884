//! Birth certificates of town halls: extracts and full copies.

use super::civil_kit::{commune, givens, hour, later, of_sex, phone, upper, web};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, figures, of, spelled, written};
use crate::pages::layouts::kit::pen::{Centre, Left, Pen, Right, Ty, Who, f};
use crate::pages::layouts::page::Page;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[Page::a4("acte_naissance", extract), Page::a4("acte_naissance", full_copy)];

const TRADES: &[&str] = &[
    "menuisier", "employée de banque", "infirmière", "agriculteur", "sans profession", "professeur des écoles",
    "chauffeur routier", "aide-comptable", "coiffeuse", "électricien", "secrétaire médicale", "ingénieur",
];

/// A certificate with its facts as rows, as programs of town halls print extracts.
fn extract(d: &mut Desk<'_, '_>) {
    let who = Who::new(&mut d.rng, 1940, 2022);
    let issued = day(&mut d.rng, 2023, 2026);
    let mut p = Pen::new(d, 10.6, 56.0, 54.0);
    let (code, town, department) = commune(&p);
    let given = givens(&p, &who, ", ");
    let (x, w) = (p.x, p.w);
    p.put(x, p.y, 200.0, Ty::Bold, Left, "RÉPUBLIQUE FRANÇAISE");
    p.put(x + w, p.y, 230.0, Ty::Body, Right, format!("Département : {department}"));
    p.gap(1.0);
    p.put(x + w, p.y, 230.0, Ty::Body, Right, format!("Commune : {}", upper(&p, town)));
    p.logo(x + 10.0, p.y + 4.0, 52.0);
    p.gap(5.0);
    p.say(Ty::Title, Centre, "EXTRAIT D'ACTE DE NAISSANCE");
    let with = p.chance(0.75);
    p.say(Ty::Bold, Centre, if with { "avec indication de la filiation" } else { "sans indication de la filiation" });
    p.gap(2.0);
    let top = p.y - 18.0;
    let number = p.any(3, 2400);
    let number = if p.chance(0.5) { format!("{number}") } else { format!("{number:05}") };
    let born = p.date(who.birth);
    let (h, m) = (p.any(0, 23), p.any(0, 59));
    p.x += 14.0;
    p.w -= 28.0;
    let mut rows = vec![
        ("Acte numéro", f("act_number", number)),
        ("NOM", f("last_name", &who.last)),
        ("Prénom(s)", f("first_names", &given)),
        ("Sexe", who.agree("masculin", "féminin").to_owned()),
        ("Né(e) le", f("birth_date", born)),
        ("à", format!("{h} heures {m:02}")),
        ("Lieu de naissance", format!("{town} ({department})")),
    ];
    if p.chance(0.5) {
        rows.push(("Acte dressé le", f("act_date", p.date(later(who.birth, 2)))));
    }
    p.rows(136.0, &rows, true);
    if with {
        for (title, woman) in [("PÈRE", false), ("MÈRE", true)] {
            let y = who.birth.0;
            let mut parent = of_sex(&p, woman, y - 42, y - 19);
            if !woman {
                parent.last.clone_from(&who.last);
            }
            p.gap(0.7);
            p.say(Ty::Bold, Left, title);
            let rows = [
                ("Nom", parent.last.clone()),
                ("Prénom(s)", givens(&p, &parent, ", ")),
                ("Né(e) le", figures(parent.birth, "/")),
                ("à", parent.born_at.to_owned()),
            ];
            p.rows(136.0, &rows, false);
        }
    }
    p.gap(0.8);
    p.say(Ty::Bold, Left, "MENTIONS MARGINALES");
    if who.birth.0 < 1998 && p.chance(0.6) {
        let with = of_sex(&p, !who.woman, who.birth.0 - 5, who.birth.0 + 5);
        let wed = (who.birth.0 + p.any(22, 28), p.any(1, 12), p.any(1, 28));
        let text = format!(
            "Mariage à {}, le {}, avec {} {}.",
            commune(&p).1,
            written(wed),
            givens(&p, &with, ", "),
            with.last
        );
        p.para(Ty::Body, text);
    } else {
        let nothing = p.pick(&["Néant", "NEANT", "Aucune mention."]);
        p.say(Ty::Body, Left, nothing);
    }
    p.x -= 14.0;
    p.w += 28.0;
    let low = p.y;
    p.frame(x, top, w, low - top);
    p.gap(2.2);
    let sent = f("issue_date", p.date(issued));
    let said = p
        .pick(&["Certifié le présent extrait conforme aux indications portées au registre.", "Pour extrait conforme."]);
    p.say(Ty::Body, Left, said);
    p.say(Ty::Body, Left, format!("Délivré à {town}, le {sent}"));
    p.gap(0.8);
    let officer = p.who(1955, 1990);
    let by = p.pick(&["L'officier de l'état civil délégué,", "L'officier de l'état civil par délégation,"]);
    p.sign(x + w * 0.52, &[by.to_owned(), officer.name()]);
    let line = format!(
        "Mairie {} – {code} {} – Tél. {} – etatcivil@{}.fr",
        of(town),
        capitals(town, false),
        phone(&mut p),
        web(town)
    );
    p.foot(
        Centre,
        &[
            line,
            "Toute falsification de ce document est passible de poursuites pénales (art. 441-4 du code pénal).".into(),
        ],
    );
}

/// The act itself in running text with what was added in the margin.
fn full_copy(d: &mut Desk<'_, '_>) {
    let who = Who::new(&mut d.rng, 1958, 2024);
    let issued = day(&mut d.rng, 2024, 2026);
    let mut p = Pen::new(d, 11.0, 52.0, 60.0);
    let (_, town, department) = commune(&p);
    let given = givens(&p, &who, ", ");
    let y = who.birth.0;
    let (mut father, mother) = (of_sex(&p, false, y - 45, y - 20), of_sex(&p, true, y - 40, y - 18));
    father.last.clone_from(&who.last);
    let w = p.w;
    p.say(Ty::Head, Left, format!("Mairie {}", of(town)));
    p.say(Ty::Body, Left, format!("({department})"));
    p.gap(1.5);
    p.say(Ty::Title, Centre, "COPIE INTÉGRALE");
    p.say(Ty::Head, Centre, "ACTE DE NAISSANCE");
    p.gap(2.0);
    let top = p.y;
    // The margin at the left.
    let side = w * 0.27;
    p.w = side - 10.0;
    p.say(Ty::Bold, Left, format!("N° {}", f("act_number", p.any(1, 3100).to_string())));
    p.gap(0.4);
    p.say(Ty::Bold, Left, f("last_name", &who.last));
    p.para(Ty::Body, f("first_names", &given));
    p.gap(2.0);
    if who.birth.0 < 1999 && p.chance(0.7) {
        let with = of_sex(&p, !who.woman, y - 6, y + 6);
        let wed = (y + p.any(21, 26), p.any(1, 12), p.any(1, 28));
        let text = format!(
            "Marié{} à {} le {} avec {}. Le {}.",
            who.agree("", "e"),
            commune(&p).1,
            written(wed),
            with.name(),
            written(later(wed, 4))
        );
        p.para(Ty::Small, text);
        let officer = p.who(1950, 1980).last;
        p.para(Ty::Small, format!("L'officier de l'état civil, {officer}"));
        if p.chance(0.4) {
            p.gap(0.8);
            let text = format!(
                "Divorcé{} par jugement du tribunal de grande instance {} en date du {}.",
                who.agree("", "e"),
                of(commune(&p).1),
                written((wed.0 + 7, wed.1, wed.2))
            );
            p.para(Ty::Small, text);
        }
    }
    let low_side = p.y;
    p.x += side;
    p.w = w - side;
    p.y = top;
    let told = later(who.birth, p.any(1, 3));
    let officer = p.who(1940, 1985);
    let trades = [p.pick(TRADES), p.pick(TRADES)];
    let at = p.pick(&["12 avenue de l'Hôpital", "3 rue de la Maternité", "45 boulevard Pasteur", "18 rue Jean Macé"]);
    let text = format!(
        "Le {} à {}, est né{} {at}, {}, du sexe {}, de {} {}, né à {} le {}, {}, et de {} {}, née à {} le {}, {}, {}, \
         domiciliés {}, {}.",
        f("birth_date", spelled(who.birth)),
        hour(&p),
        who.agree("", "e"),
        given,
        who.agree("masculin", "féminin"),
        givens(&p, &father, ", "),
        father.last,
        father.born_at,
        spelled(father.birth),
        trades[0],
        givens(&p, &mother, ", "),
        mother.last,
        mother.born_at,
        spelled(mother.birth),
        trades[1],
        p.pick(&["son épouse", "non mariée", "son épouse"]),
        who.home[0],
        commune(&p).1
    );
    p.para(Ty::Body, text);
    let dressed = f("act_date", spelled(told));
    let text = if p.chance(0.5) {
        format!(
            "Dressé par nous, {}, officier de l'état civil {} par délégation du maire, le {dressed}, à {}, sur la \
             déclaration {}, qui, lecture faite et {}, a signé avec nous.",
            officer.name(),
            of(town),
            hour(&p),
            p.pick(&["du père", "du père, qui l'a reconnu", "d'une sage-femme ayant assisté à l'accouchement"]),
            p.pick(&["invité à lire l'acte", "l'acte lu"])
        )
    } else {
        format!(
            "Dressé le {dressed}, à {}, sur la déclaration du père qui, lecture faite, a signé avec nous, {}, adjoint \
             au maire {}, officier de l'état civil par délégation.",
            hour(&p),
            officer.name(),
            of(town)
        )
    };
    p.para(Ty::Body, text);
    p.say(Ty::Italic, Left, p.pick(&["Suivent les signatures.", "(suivent les signatures)", ""]));
    let low = p.y.max(low_side);
    p.d.rule(p.x - 8.0, top - 12.0, p.x - 8.0, low, 0.6);
    p.y = low + 30.0;
    p.x -= side;
    p.w = w;
    let sent = f("issue_date", p.date(issued));
    if p.chance(0.5) {
        p.say(Ty::Body, Left, "Copie délivrée selon procédé informatisé");
        p.say(Ty::Body, Left, format!("{town}, le {sent}"));
    } else {
        p.say(Ty::Body, Left, format!("Pour copie conforme, délivrée le {sent}"));
    }
    p.gap(0.6);
    let x = p.x + w * 0.5;
    let clerk = p.who(1965, 1995);
    p.sign(x, &["L'officier de l'état civil".into(), clerk.name()]);
}
