//! Formal demands: of a firm that recovers debts, a landlord's agent, one person to a tradesman.

use super::civil_kit::phone;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, day, written};
use crate::pages::layouts::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, Who, f};
use crate::pages::layouts::kit::people::{email, mobile};
use crate::pages::layouts::page::Page;
use crate::text::{capitals, words};

pub(super) const PAGES: &[Page] =
    &[Page::a4("mise_en_demeure", recovery), Page::a4("mise_en_demeure", agent), Page::a4("mise_en_demeure", person)];

const CREDITORS: &[&str] =
    &["FREE MOBILE", "COFIDIS", "AMAZONE FITNESS SARL", "EDF SA", "BASIC-FIT FRANCE", "SFR", "ONEY BANK", "VEOLIA EAU"];

fn month((y, m): (i64, i64)) -> String {
    format!("{} {y}", words::MONTHS[(m - 1).clamp(0, 11) as usize])
}

/// The month before, at times several.
pub(super) fn before((y, m, _): Day, n: i64) -> (i64, i64) {
    let at = y * 12 + m - 1 - n;
    (at.div_euclid(12), at.rem_euclid(12) + 1)
}

/// Of a firm that collects for others, with its account and a slip to send back.
fn recovery(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1950, 2003), House::new(&mut d.rng), day(&mut d.rng, 2012, 2026));
    let mut p = Pen::new(d, 9.8, 52.0, 50.0);
    let (x, w, y) = (p.x, p.w, p.y);
    let firm = p.pick(&[
        "CRÉDIREC OUEST", "SOGECREANCE", "EFFICIO RECOUVREMENT", "CABINET D'HUISSIERS MARTEL & VAILLANT",
        "ALLIANCE CONTENTIEUX",
    ]);
    p.logo(x + w - 54.0, y - 18.0, 54.0);
    let reach = p.chance(0.7);
    let call = phone(&mut p);
    let lines = [
        f("sender", firm),
        h.street.clone(),
        h.place(),
        if reach { format!("Tél. : {}", f("phone", call)) } else { String::new() },
        if p.chance(0.5) {
            format!("Courriel : {}", f("email", p.pick(&["gestion@recouvrement-amiable.fr", "contact@creances.fr"])))
        } else {
            String::new()
        },
    ];
    p.block(x, y, 220.0, Ty::Body, &lines);
    let mut to = who.letter("recipient", p.chance(0.5));
    to[1] = capitals(&to[1], false);
    p.block(x + w * 0.54, y + 76.0, w * 0.46, Ty::Body, &to);
    p.y = y + 130.0;
    let file = format!("{}{}", p.digits(7), p.pick(&["", "/A", "-02"]));
    let creditor = p.pick(CREDITORS);
    let label = p.pick(&["N° de dossier :", "Dossier :", "Référence dossier :"]);
    p.rows(
        104.0,
        &[
            (label, f("file_number", file.clone())),
            ("Créancier :", creditor.to_owned()),
            ("Date :", f("date", p.date(when))),
        ],
        false,
    );
    p.gap(0.8);
    p.say(
        Ty::Title,
        Left,
        p.pick(&["MISE EN DEMEURE", "MISE EN DEMEURE DE PAYER", "DERNIÈRE MISE EN DEMEURE AVANT POURSUITES"]),
    );
    p.gap(0.6);
    p.para(Ty::Body, format!("{},", who.agree("Monsieur", "Madame")));
    p.para(
        Ty::Body,
        format!(
            "Mandatés par la société {creditor}, nous constatons qu'à ce jour, malgré nos précédents courriers, vous restez \
             redevable des sommes suivantes :"
        ),
    );
    let (main, interest) = (p.any(4_000, 420_000), p.any(100, 9_000));
    let costs = p.pick(&["0", "4"]).parse::<i64>().unwrap_or_default() * 1_000;
    let mut rows =
        vec![vec!["Principal".to_owned(), p.sum(main)], vec!["Intérêts au taux légal".to_owned(), p.sum(interest)]];
    if costs > 0 {
        rows.push(vec!["Indemnité / clause pénale".to_owned(), p.sum(costs)]);
    }
    let total = p.sum(main + interest + costs);
    rows.push(vec!["TOTAL À RÉGLER".to_owned(), f("amount", &total)]);
    p.gap(0.2);
    p.table(Ty::Body, (&[4.0, 1.5], "lr"), &[], &rows, Rules::Grid);
    let days = p.pick(&["huit jours", "HUIT JOURS", "dix jours", "quinze jours"]);
    p.para(
        Ty::Body,
        format!(
            "En conséquence, nous vous mettons en demeure de nous faire parvenir le règlement de cette somme sous {days} à \
             compter de la réception de la présente. La présente vaut mise en demeure au sens de l'article 1344 du Code civil et \
             fait courir les intérêts moratoires."
        ),
    );
    p.para(Ty::Body, "À défaut, notre mandant se réserve le droit d'engager à votre encontre une procédure judiciaire, sans autre avis.");
    p.para(Ty::Body, "Veuillez agréer nos salutations.");
    p.gap(0.5);
    p.say(
        Ty::Body,
        Right,
        p.pick(&["Le service contentieux", "Votre gestionnaire de dossier", "Le responsable du recouvrement"]),
    );
    let low = p.d.c.height - 132.0;
    if p.y < low - 10.0 {
        p.d.c.dotted(x, x + w, low);
        p.put(x, low + 18.0, w, Ty::Bold, Left, "COUPON À JOINDRE À VOTRE RÈGLEMENT");
        p.put(x, low + 36.0, w * 0.5, Ty::Body, Left, format!("Débiteur : {}", who.turned()));
        p.put(x, low + 50.0, w * 0.5, Ty::Body, Left, format!("Référence : {file}"));
        p.put(x + w * 0.55, low + 36.0, w * 0.4, Ty::Body, Left, "Chèque    Virement    Carte bancaire");
    }
    p.foot(Centre, &["Le recouvrement amiable est régi par les articles R. 124-1 et suivants du Code des procédures civiles d'exécution.".into()]);
}

/// A landlord's agent about rent.
fn agent(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1958, 2004), House::new(&mut d.rng), day(&mut d.rng, 2010, 2026));
    let mut p = Pen::new(d, 10.8, 60.0, 58.0);
    let (x, w, y) = (p.x, p.w, p.y);
    let firm = p.pick(&[
        "AGENCE DU BEFFROI", "Cabinet Lorrain Gestion", "SQUARE HABITAT GÉRANCE", "RÉGIE DES BROTTEAUX",
        "Immobilière des Trois Ponts",
    ]);
    p.put(x + w / 2.0, y, w, Ty::Head, Centre, f("sender", firm));
    p.put(x + w / 2.0, y + 16.0, w, Ty::Small, Centre, format!("{} – {}", h.street, h.place()));
    let call = f("phone", &h.phone);
    p.put(
        x + w / 2.0,
        y + 29.0,
        w,
        Ty::Small,
        Centre,
        format!("Tél. {call} – Carte professionnelle G n° CPI {}", p.digits(9)),
    );
    p.y = y + 62.0;
    let at = p.y;
    let to = who.letter("recipient", true);
    p.block(x + w * 0.5, at, w * 0.5, Ty::Body, &to);
    p.y = at + 60.0;
    p.put(x + w * 0.5, p.y, w * 0.5, Ty::Body, Left, format!("{}, le {}", h.town, f("date", p.date(when))));
    p.gap(1.8);
    let by = p.pick(&[
        "Lettre recommandée avec accusé de réception",
        "LETTRE RECOMMANDÉE AVEC AR",
        "Par lettre recommandée avec avis de réception et par courrier simple",
    ]);
    p.say(Ty::Bold, Left, by);
    if p.chance(0.6) {
        p.say(
            Ty::Body,
            Left,
            format!(
                "N/Réf. : {}",
                f("our_reference", format!("{}/{}/{}", p.pick(&["GL", "CTX", "MB"]), p.digits(4), when.0 % 100))
            ),
        );
    }
    let owed = p.pick(&[
        "Mise en demeure – loyers impayés",
        "Mise en demeure de régler votre dette locative",
        "Arriéré de loyer – mise en demeure avant commandement de payer",
    ]);
    p.say(Ty::Bold, Left, format!("Objet : {}", f("subject", owed)));
    p.gap(0.9);
    p.para(Ty::Body, format!("{},", who.agree("Monsieur", "Madame")));
    let owner = p.who(1940, 1975).titled(false);
    p.para(
        Ty::Body,
        format!(
            "Agissant au nom et pour le compte de {owner}, propriétaire du logement que vous occupez {}, nous avons le regret \
             de constater que, sauf erreur ou omission de notre part, les échéances ci-dessous ne nous sont pas parvenues :",
            who.home[0]
        ),
    );
    let (rent, n) = (p.any(32_000, 118_000), p.any(1, 3));
    for i in (1..=n).rev() {
        let line = format!("   - loyer et charges de {} : {}", month(before(when, i)), p.sum(rent));
        p.say(Ty::Body, Left, line);
    }
    p.gap(0.6);
    p.para(
        Ty::Body,
        format!(
            "soit un total de {}, que nous vous mettons en demeure de nous régler {}.",
            f("amount", p.sum(rent * n)),
            p.pick(&[
                "sous huitaine",
                "dans les huit jours de la présente",
                "au plus tard dans un délai de quinze jours"
            ])
        ),
    );
    p.para(
        Ty::Body,
        "Faute de règlement dans ce délai, nous transmettrons le dossier à un commissaire de justice qui vous fera délivrer un \
         commandement de payer visant la clause résolutoire du bail. Votre caution sera également informée.",
    );
    p.para(Ty::Body, "Si vous rencontrez des difficultés passagères, prenez contact sans tarder avec notre service afin de convenir d'un échéancier.");
    p.para(
        Ty::Body,
        format!("Nous vous prions d'agréer, {}, nos salutations distinguées.", who.agree("Monsieur", "Madame")),
    );
    p.gap(0.8);
    let name = p.who(1960, 1990).name();
    p.sign(x + w * 0.5, &["Le service gérance,".into(), name]);
    p.foot(Centre, &[format!("{firm} – RCS {} {} – Garantie GALIAN", capitals(h.town, false), h.siren)]);
}

/// Of one person to a tradesman or a shop, typed at home.
fn person(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1945, 1999), House::new(&mut d.rng), day(&mut d.rng, 2011, 2026));
    let mut p = Pen::new(d, 11.4, 66.0, 66.0);
    let (x, w, y) = (p.x, p.w, p.y);
    let mut lines = vec![f("sender", who.name()), who.home[0].clone(), who.home[1].clone()];
    if p.chance(0.6) {
        lines.push(f("phone", mobile(&p)));
    }
    if p.chance(0.6) {
        lines.push(f("email", email(&p, &who)));
    }
    let low = p.block(x, y, w * 0.5, Ty::Body, &lines);
    let firm = p.pick(&[
        "SARL Couverture du Val", "Cuisines Sauvignon", "Garage Pontet et fils", "EURL Piscines Azuréo",
        "Menuiserie Fauvel SAS", "Boutique Déco & Co",
    ]);
    let to = [f("recipient", firm), h.street.clone(), h.place()];
    let low = p.block(x + w * 0.54, low + 18.0, w * 0.46, Ty::Body, &to);
    p.y = low + 22.0;
    p.put(
        x + w * 0.54,
        p.y,
        w * 0.46,
        Ty::Body,
        Left,
        format!("{}, le {}", p.pick(&["À Tours", "Fait à Pau", "Nancy", "À Vannes"]), f("date", written(when))),
    );
    p.gap(2.0);
    if p.chance(0.7) {
        p.say(Ty::Body, Left, format!("LRAR n° 1A {} {} {} {}", p.digits(3), p.digits(3), p.digits(4), p.digits(1)));
    }
    let sum = p.any(15_000, 690_000);
    let ordered = (when.0 - i64::from(when.1 < 6), (when.1 + 6) % 12 + 1, 14);
    let (about, story, claim, paid) = match p.any(0, 2) {
        0 => (
            "Mise en demeure d'exécuter les travaux".to_owned(),
            format!("Le {}, j'ai accepté votre devis et versé un acompte. Les travaux devaient commencer dans les deux mois. À ce jour, malgré plusieurs appels, personne ne s'est présenté sur le chantier.", written(ordered)),
            "Par la présente, je vous mets en demeure de commencer les travaux dans un délai de quinze jours à compter de la réception de ce courrier.".to_owned(),
            false,
        ),
        1 => (
            "Mise en demeure de remboursement".to_owned(),
            format!("J'ai passé commande chez vous le {}. La livraison prévue n'a jamais eu lieu et vos réponses restent évasives.", written(ordered)),
            format!("Conformément aux articles L. 216-1 et suivants du code de la consommation, je vous mets en demeure de me rembourser la somme de {} sous quatorze jours.", f("amount", p.sum(sum))),
            true,
        ),
        _ => (
            "mise en demeure – facture restée impayée".to_owned(),
            format!("Vous n'avez toujours pas réglé ma note d'honoraires du {} dont l'échéance est dépassée depuis plus d'un mois.", written(ordered)),
            format!("Aussi je vous mets en demeure de me payer {} dans les huit jours suivant la première présentation de cette lettre.", f("amount", p.sum(sum))),
            true,
        ),
    };
    p.say(Ty::Bold, Left, format!("Objet : {}", f("subject", about)));
    p.gap(1.0);
    p.para(Ty::Body, p.pick(&["Madame, Monsieur,", "Monsieur,", "Messieurs,"]));
    p.gap(0.2);
    p.para(Ty::Body, story);
    p.para(Ty::Body, claim);
    let end = if paid {
        "le tribunal judiciaire"
    } else {
        "le juge compétent pour obtenir l'exécution forcée ou la résolution du contrat et des dommages et intérêts"
    };
    p.para(Ty::Body, format!("Sans réaction de votre part dans ce délai, je saisirai {end}."));
    p.para(Ty::Body, "Je vous prie de croire, Madame, Monsieur, à l'assurance de mes salutations distinguées.");
    p.gap(1.2);
    p.sign(x + w * 0.55, &[who.name()]);
    if p.chance(0.5) {
        p.say(Ty::Small, Left, "PJ : copie du devis, justificatif du virement");
    }
}
