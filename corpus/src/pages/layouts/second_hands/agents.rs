//! Pay slips of public agents: codes, what is paid, what is kept back, what the employer pays.

use super::pay::shown_nir;
use super::trade_kit::*;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::sum;
use crate::text::{capitals, codes, words};

/// Of a public agent: codes, what is paid, what is kept back, what the employer pays, in three columns.
pub(super) fn agent(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 8.8);
    let worker = Home::random(&mut k);
    let place = worker.place;
    let (x0, x1) = (36.0, 559.0);
    let month = (k.between(2017, 2025), k.between(1, 12));
    let siret = codes::siret(&format!("2{}", k.digits(8)), &mut k);
    let (name, ape) = k.choose(&[
        (format!("COMMUNE DE {}", capitals(place.town, true)), "8411Z"),
        (format!("CENTRE HOSPITALIER DE {}", capitals(place.town, true)), "8610Z"),
        ("SYNDICAT MIXTE DE COLLECTE".to_owned(), "3811Z"),
        (format!("CCAS DE {}", capitals(place.town, true)), "8810A"),
    ]);
    d.c.frame(x0, 28.0, 290.0, 102.0, 0.7);
    put(d, x0 + 6.0, 43.0, 240.0, &name, &p.b);
    block(d, "", (x0 + 6.0, 56.0), 240.0, &[street(&mut k), place.line(true)], &p.n);
    kvs(
        d,
        (x0 + 6.0, x0 + 60.0, 286.0),
        82.0,
        12.0,
        &[(k.pick(&["SIRET", "N° SIRET"]), "employer_siret", &siret), (k.pick(&["Code APE", "NAF"]), "ape", ape)],
        (&p.n, &p.n),
    );
    let title = k.pick(&["BULLETIN DE PAYE", "BULLETIN DE PAIE", "BULLETIN DE SALAIRE"]);
    fit(d, "", (x1, 46.0), 240.0, title, &p.h, R);
    let name = capitals(words::MONTHS[month.1 as usize - 1], true);
    fit(d, "", (x1 - 92.0, 64.0), 140.0, k.pick(&["MOIS DE", "Période :"]), &p.n, R);
    fit(d, "period", (x1 - 86.0, 64.0), 86.0, &format!("{name} {}", month.0), &p.b, L);
    block(d, "", (316.0, 124.0), 240.0, &worker.lines(2), &p.n.sized(p.n.size * 1.15));
    let grade = k.pick(&[
        "ADJOINT TECHNIQUE PPAL 2CL", "AGENT SOCIAL", "RÉDACTEUR", "INFIRMIER SOINS GÉNÉRAUX", "ATSEM PPAL 1CL",
    ]);
    let (index, step) = (k.between(340, 520) as u64, k.between(1, 11));
    let row = [
        ("Grade", grade.to_owned()),
        ("Échelon", step.to_string()),
        ("Indice maj.", index.to_string()),
        ("Temps trav.", "100 %".to_owned()),
    ];
    let row: Vec<_> = row.iter().map(|(a, b)| (*a, "", b.as_str())).collect();
    boxes(d, (x0, 170.0, x1, 198.0), &row, (&p.s, &p.n));
    let nir = shown_nir(&worker.who, &mut k);
    let row = [
        ("N° INSEE / Sécurité sociale", "nir", nir.as_str()),
        ("Matricule", "", &k.digits(6)),
        ("Statut", "", "TITULAIRE CNRACL"),
        ("Service", "", k.pick(&["ÉCOLES", "TECHNIQUE", "SOINS"])),
    ];
    boxes(d, (x0, 198.0, x1, 226.0), &row, (&p.s, &p.n));
    let cols = columns(x0, x1, &[(0.8, C), (3.4, L), (1.2, R), (0.9, R), (1.2, R), (1.2, R), (1.2, R)]);
    heads(
        d,
        (236.0, 24.0),
        &cols,
        &["Code", "Éléments", "Base", "Taux %", "À payer", "À déduire", "Pour info.|employeur"],
        &p.sb,
        1,
    );
    let base = index * 492;
    let (home, ifse, family) = (base / 100, k.between(60, 320) as u64 * 100, k.choose(&[0u64, 0, 229, 7_379]));
    let gross = base + home + ifse + family;
    let mut y = 274.0;
    for (code, text, cents) in [
        ("101000", "TRAITEMENT BRUT INDICIAIRE", base),
        ("102000", "INDEMNITÉ DE RÉSIDENCE", home),
        ("104000", "SUPPLÉMENT FAMILIAL DE TRAITEMENT", family),
        ("201820", "IFSE - RIFSEEP", ifse),
    ] {
        if cents > 0 {
            cells(
                d,
                y,
                &cols,
                &plain_cells(vec![
                    code.to_owned(),
                    text.to_owned(),
                    String::new(),
                    String::new(),
                    sum(cents),
                    String::new(),
                    String::new(),
                ]),
                &p.n,
            );
            y += 15.5;
        }
    }
    let label = k.pick(&["TOTAL BRUT", "MONTANT BRUT", "BRUT TOTAL"]);
    cells(
        d,
        y,
        &cols,
        &[
            ("", String::new()),
            ("", label.to_owned()),
            ("", String::new()),
            ("", String::new()),
            ("gross", sum(gross)),
            ("", String::new()),
            ("", String::new()),
        ],
        &p.b,
    );
    y += 18.0;
    let (mut out, mut costs) = (0, 0);
    for (code, text, part, mine, theirs) in [
        ("401110", "RETENUE CNRACL", base, 1_110u64, 3_065u64),
        ("403200", "RAFP", ifse, 500, 500),
        ("401210", "CSG DÉDUCTIBLE", gross * 9_825 / 10_000, 680, 0),
        ("401310", "CSG NON DÉDUCTIBLE", gross * 9_825 / 10_000, 240, 0),
        ("401510", "CRDS", gross * 9_825 / 10_000, 50, 0),
        ("403501", "COT. PATRONALE MALADIE", base, 0, 988),
        ("403301", "COT. PATRONALE ALLOC. FAMILIALES", base, 0, 525),
        ("404001", "COT. PATRONALE CNFPT", gross, 0, 90),
        ("404100", "VERSEMENT CENTRE DE GESTION", gross, 0, 140),
        ("501010", "PARTICIPATION MUTUELLE MNT", 200_000, 145, 0),
    ] {
        let (a, b) = (part * mine / 10_000, part * theirs / 10_000);
        out += a;
        costs += b;
        let rate = mine.max(theirs);
        cells(
            d,
            y,
            &cols,
            &plain_cells(vec![
                code.to_owned(),
                text.to_owned(),
                sum(part),
                format!("{},{:02}", rate / 100, rate % 100),
                String::new(),
                if a > 0 { sum(a) } else { String::new() },
                if b > 0 { sum(b) } else { String::new() },
            ]),
            &p.n,
        );
        y += 15.5;
    }
    if month.0 >= 2019 {
        let tax = (gross - out) * 31 / 1000;
        cells(
            d,
            y,
            &cols,
            &plain_cells(vec![
                "558000".to_owned(),
                "IMPÔT SUR LE REVENU PRÉLEVÉ À LA SOURCE".to_owned(),
                sum(gross - out),
                "3,10".to_owned(),
                String::new(),
                sum(tax),
                String::new(),
            ]),
            &p.n,
        );
        out += tax;
        y += 15.5;
    }
    y = y.max(560.0);
    d.rule(x0, y - 11.0, x1, y - 11.0, 0.6);
    cells(
        d,
        y,
        &cols,
        &plain_cells(vec![
            String::new(),
            "TOTAUX".to_owned(),
            String::new(),
            String::new(),
            sum(gross),
            sum(out),
            sum(costs),
        ]),
        &p.b,
    );
    grid(d, 236.0, y + 7.0, &cols);
    let net = sum(gross - out);
    d.c.frame(330.0, y + 18.0, x1, y + 46.0, 1.1);
    let label = k.pick(&["NET À PAYER", "MONTANT NET À PAYER", "NET PAYÉ"]);
    cells(
        d,
        y + 37.0,
        &[(332.0, 450.0, L), (440.0, x1 - 4.0, R)],
        &[("", label.to_owned()), ("net_pay", format!("{net} EUR"))],
        &p.b.sized(p.n.size * 1.25),
    );
    let row =
        [("Cumul imposable année", sum((gross - out) * month.1 as u64)), ("Coût total employeur", sum(gross + costs))];
    let row: Vec<_> = row.iter().map(|(a, b)| (*a, "", b.as_str())).collect();
    boxes(d, (x0, y + 18.0, 310.0, y + 46.0), &row, (&p.s, &p.n));
    put(
        d,
        x0,
        y + 64.0,
        500.0,
        &format!(
            "Mis en paiement le {} - virement - Comptable assignataire : SGC de {}",
            say(0, (month.0, month.1, 27)),
            place.seat
        ),
        &p.n,
    );
    let text = "À CONSERVER SANS LIMITATION DE DURÉE. La valeur du point d'indice est fixée par décret. Toute réclamation doit être adressée au service des ressources humaines. Nouvelle bonification \
                indiciaire : néant. Absences du mois : néant. Compte épargne-temps : consultez votre relevé annuel. Les agents sont informés que la cotisation à la protection sociale \
                complémentaire fait l'objet d'une participation de l'employeur dans les conditions fixées par délibération.";
    para(d, x0, y + 86.0, x1 - x0, text, &p.s);
}
