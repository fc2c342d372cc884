//! Attestations of many: who lodges somebody, the health fund on daily allowances, the job centre.

use super::super::facts::{day, figures, sum, written};
use super::super::page::Page;
use super::civic_kit::{Column, Cut};
use super::civic_names::{email, home, nir, office_phone, person, place};
use crate::pages::compose::Align;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::capitals;

pub(super) const PAGES: &[Page] =
    &[Page::a4("attestation", lodging), Page::a4("attestation", allowances), Page::a4("attestation", job_seeker)];

/// A private person on honour: lodging, or that somebody lives with somebody.
fn lodging(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(10.5, 12.0));
    let (host, guest) = (person(r, 1940, 1990), person(r, 1960, 2005));
    let lives = home(r);
    let when = day(r, 2008, 2025);
    let date = if r.chance(0.5) { written(when) } else { figures(when, "/") };
    let birth = if r.chance(0.5) { figures(guest.birth, "/") } else { written(guest.birth) };
    let headed = r.chance(0.6);
    if headed {
        col.lines(d, &lives.under(&host.full(), r));
        col.line(d, &format!("Tél. : {}", office_phone(r)), &[]);
        col.line(d, &email(&host, r), &[]);
        col.gap(2.0);
    } else {
        col.gap(3.0);
    }
    let heading = r.pick(&[
        "ATTESTATION D'HÉBERGEMENT",
        "Attestation d'hébergement",
        "ATTESTATION SUR L'HONNEUR",
        "Attestation sur l'honneur d'hébergement",
    ]);
    col.title(d, heading, 1.4, &[]);
    col.gap(2.0);
    let (own, his) = (host.agree("soussigné", "soussignée"), guest.agree("né", "née"));
    let place_of_birth = host.born_at.1;
    let text = format!(
        "Je {own}, {} {}, {} le {} à {place_of_birth}, demeurant {}, déclare sur l'honneur héberger à mon domicile :",
        host.title(true),
        host.full(),
        host.agree("né", "née"),
        figures(host.birth, "/"),
        lives.line()
    );
    col.text(d, &text, &[]);
    col.gap(0.8);
    let name = guest.full();
    let since = written(day(r, when.0 - 3, when.0 - 1));
    if r.chance(0.5) {
        col.pair(d, 0.2, "Nom et prénom :", &name, "holder");
        col.pair(d, 0.2, "Date de naissance :", &birth, "birth_date");
        col.pair(d, 0.2, "Lieu de naissance :", guest.born_at.1, "");
        col.gap(0.6);
        col.text(d, &format!("et ce, à titre gratuit, depuis le {since}, de façon stable et continue."), &[]);
    } else {
        let text =
            format!("{} {name}, {his} le {birth} à {}, et ce depuis le {since}.", guest.title(true), guest.born_at.1);
        col.text(d, &text, &[("holder", &name), ("birth_date", &birth)]);
    }
    col.gap(1.0);
    col.text(
        d,
        "J'ai connaissance que cette attestation pourra être produite en justice et que toute fausse \
            déclaration de ma part m'expose à \
         des sanctions pénales (article 441-7 du code pénal : un an d'emprisonnement et 15 000 euros d'amende).",
        &[],
    );
    col.gap(0.6);
    col.text(d, "Pour faire valoir ce que de droit.", &[]);
    col.gap(0.4);
    col.line(d, "Pièces jointes : copie de ma pièce d'identité, justificatif de domicile de moins de trois mois.", &[]);
    col.gap(1.5);
    let said = r.pick(&["Fait à ", "À ", "Fait pour valoir ce que de droit à "]);
    col.set(d, Align::Left, &format!("{said}{}, le {date}", lives.town), (Cut::Plain, 1.0), &[("date", &date)]);
    col.sign(d, 0.5, &["Signature".to_owned(), host.full()]);
}

/// The health fund on daily allowances, a table of payments.
fn allowances(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(9.4, 10.6));
    let who = person(r, 1955, 2000);
    let lives = home(r);
    let seat = place(r);
    let when = day(r, 2012, 2025);
    let (date, number) = (if r.chance(0.5) { figures(when, "/") } else { written(when) }, nir(&who, r));
    marks::logo(d.c, col.x, col.y, 24.0, r);
    let mut head = col.part(col.x, col.w * 0.45);
    head.gap(3.3);
    head.bold(d, "l'Assurance Maladie", &[]);
    head.line(d, &format!("CPAM - {}", capitals(seat.1, true)), &[]);
    head.line(d, &format!("{} {} CEDEX", seat.0, capitals(seat.1, false)), &[]);
    head.line(d, "Pour nous contacter : 36 46 (service gratuit + prix appel)", &[]);
    head.gap(0.8);
    let number_label = r.pick(&["N° de sécurité sociale : ", "Numéro de Sécurité sociale : ", "N° Sécu. : "]);
    head.line(d, &format!("{number_label}{number}"), &[("nir", &number)]);
    let mut block = col.part(col.x + col.w * 0.54, col.w * 0.46);
    block.y = head.y - head.lead;
    block.lines(d, &lives.under(&capitals(&format!("{} {}", who.title(false), who.full()), false), r));
    col.y = block.y.max(head.y) + col.lead;
    col.set(d, Align::Right, &format!("Le {date}"), (Cut::Plain, 1.0), &[("date", &date)]);
    col.gap(1.0);
    col.title(d, "ATTESTATION DE PAIEMENT DES INDEMNITÉS JOURNALIÈRES", 1.25, &[]);
    col.gap(1.0);
    let name = who.full();
    let birth = figures(who.birth, "/");
    let text = format!(
        "Nous attestons que les indemnités journalières ci-dessous ont été versées à {} {name}, {} le {birth}, du",
        who.title(false),
        who.agree("né", "née")
    );
    let (from, to) = (day(r, when.0 - 1, when.0 - 1), day(r, when.0, when.0));
    let text = format!("{text} {} au {} :", figures(from, "/"), figures(to, "/"));
    col.text(d, &text, &[("holder", &name), ("birth_date", &birth)]);
    col.gap(0.8);
    let mut rows = vec![
        ["Période indemnisée", "Nature", "Jours", "Montant unitaire", "Montant brut", "CSG-RDS", "Montant net"]
            .map(|t| ("", t.to_owned()))
            .to_vec(),
    ];
    for month in 1..=r.between(3, 7) {
        let days = r.between(6, 28);
        let unit = r.between(1800, 5100) as u64;
        let gross = unit * days as u64;
        let (y, cut_off) = (when.0, gross * 67 / 1000);
        let first = r.between(1, 3);
        rows.push(vec![
            ("", format!("{first:02}/{month:02}/{y} au {:02}/{month:02}/{y}", first + days - 1)),
            ("", "Maladie".to_owned()),
            ("", days.to_string()),
            ("", sum(unit)),
            ("", sum(gross)),
            ("", sum(cut_off)),
            ("", sum(gross - cut_off)),
        ]);
    }
    col.table(d, &[2.6, 1.0, 0.7, 1.3, 1.3, 1.0, 1.3], "llrrrrr", &rows, true);
    col.gap(1.0);
    col.text(d, "Cette attestation est délivrée pour servir et valoir ce que de droit.", &[]);
    col.text(
        d,
        "Vos indemnités journalières doivent être déclarées à l'administration fiscale ; leur montant \
        imposable figure sur votre relevé fiscal annuel.",
        &[],
    );
    col.sign(d, 0.55, &["Le directeur de la caisse,".to_owned(), person(r, 1960, 1980).full()]);
    col.foot(d, &["La loi 78.17 du 6 janvier 1978 relative à l'informatique s'applique aux informations vous \
        concernant.".to_owned(), "Quiconque se rend coupable de fraude ou de fausse déclaration est passible de pénalités (art. L. 114-17-1 du code de la Sécurité sociale).".to_owned()]);
}

/// The job centre on registration.
fn job_seeker(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(9.8, 11.0));
    let who = person(r, 1962, 2003);
    let lives = home(r);
    let when = day(r, 2010, 2025);
    let date = written(when);
    let brand = if when.0 >= 2024 { "France Travail" } else { "Pôle emploi" };
    let id = format!("{}{}", r.digits(7), r.capital());
    let seat = place(r);
    col.set(d, Align::Left, brand, (Cut::Bold, 1.7), &[]);
    col.line(d, &format!("Agence de {}", seat.1), &[]);
    col.line(d, &format!("{}, {} {}", super::civic_names::street(r), seat.0, seat.1), &[]);
    col.line(d, "Téléphone : 3949 (appel gratuit)", &[]);
    col.gap(0.8);
    let label = r.pick(&["Identifiant : ", "N° identifiant : ", "Vos références : identifiant n° "]);
    col.line(d, &format!("{label}{id}"), &[("reference", &id)]);
    let mut block = col.part(col.x + col.w * 0.55, col.w * 0.45);
    block.lines(d, &lives.under(&format!("{} {}", who.title(true), capitals(&who.full(), true)), r));
    col.y = block.y + col.lead;
    let said = format!("{}, le {date}", seat.1);
    col.set(d, Align::Right, &said, (Cut::Plain, 1.0), &[("date", &date)]);
    col.gap(1.2);
    let kind = r.below(3);
    let title = [
        "ATTESTATION D'INSCRIPTION À LA LISTE DES DEMANDEURS D'EMPLOI",
        "ATTESTATION DE PÉRIODES D'INSCRIPTION",
        "ATTESTATION DE PAIEMENT",
    ][kind];
    col.title(d, title, 1.2, &[]);
    col.gap(1.2);
    let name = who.full();
    let birth = figures(who.birth, "/");
    let since = figures(day(r, when.0 - 2, when.0 - 1), "/");
    let by = format!("Le directeur de l'agence atteste que {} {name}", who.title(false));
    let text = match kind {
        0 => format!(
            "{by}, {} le {birth}, est {} sur la liste des demandeurs d'emploi depuis le {since}, en catégorie 1.",
            who.agree("né", "née"),
            who.agree("inscrit", "inscrite")
        ),
        1 => format!(
            "{by}, {} le {birth}, a été {} aux périodes suivantes :",
            who.agree("né", "née"),
            who.agree("inscrit", "inscrite")
        ),
        _ => format!("{by} a perçu au titre de l'allocation d'aide au retour à l'emploi les sommes suivantes :"),
    };
    col.text(d, &text, &[("holder", &name), ("birth_date", &birth)]);
    col.gap(0.8);
    if kind > 0 {
        let heads = if kind == 1 { ["Du", "Au", "Catégorie"] } else { ["Mois", "Nombre de jours", "Montant net"] };
        let mut rows = vec![heads.map(|t| ("", t.to_owned())).to_vec()];
        for month in 1..=r.between(3, 8) {
            let amount = r.between(38_000, 170_000) as u64;
            rows.push(if kind == 1 {
                vec![
                    ("", figures((when.0 - 1, month, 1), "/")),
                    ("", figures((when.0 - 1, month + 1, 12), "/")),
                    ("", "1".to_owned()),
                ]
            } else {
                vec![
                    ("", format!("{month:02}/{}", when.0 - 1)),
                    ("", r.between(12, 31).to_string()),
                    ("", format!("{} €", sum(amount))),
                ]
            });
        }
        col.table(d, &[1.0, 1.0, 1.0], "lrr", &rows, r.chance(0.6));
    }
    if r.chance(0.4) {
        let number = nir(&who, r);
        col.line(d, &format!("Numéro de sécurité sociale : {number}"), &[("nir", &number)]);
    }
    col.gap(0.6);
    col.text(
        d,
        "Attestation délivrée sur la base des informations connues à ce jour, pour faire valoir ce que de droit.",
        &[],
    );
    col.gap(0.6);
    col.sign(d, 0.5, &["Le directeur de l'agence".to_owned(), person(r, 1962, 1985).full()]);
    col.foot(
        d,
        &[format!(
            "{brand} - Direction régionale - Établissement public administratif - www.{}.fr",
            capitals(brand, false).to_lowercase().replace(' ', "-")
        )],
    );
}
