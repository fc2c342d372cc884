//! Slips with an account's numbers.

use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, figures, written};
use crate::pages::layouts::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, Who, f};
use crate::pages::layouts::kit::people::{BANKS, spaced_iban};
use crate::pages::layouts::page::Page;
use crate::rng::Rng;
use crate::text::{bic, capitals, codes};

pub(super) const PAGES: &[Page] =
    &[Page { name: "rib", sheet: slip, set: rib_slip }, Page::a4("rib", rib_page), Page::a4("rib", rib_iban_first)];

fn slip(rng: &mut Rng) -> Option<(f32, f32)> {
    Some((595.3, rng.range(270.0, 400.0)))
}

/// The holder with the address, on a slip.
fn holder(p: &Pen<'_, '_, '_>, who: &Who) -> Vec<String> {
    let name = match p.any(0, 3) {
        0 => format!("{} {}", who.agree("M", "MME"), capitals(&who.name(), false)),
        1 => who.titled(false),
        2 => format!("{} {}", who.agree("MR", "MLLE"), who.turned()),
        _ => p
            .pick(&["ASSOCIATION SPORTIVE DES DEUX VALLÉES", "SARL LES FOURNILS DU ROY", "SCI DU VIEUX PONT"])
            .to_owned(),
    };
    vec![f("account_holder", name), who.home[0].clone(), who.home[1].clone()]
}

fn account_cells(account: &codes::Account) -> Vec<String> {
    vec![
        f("bank_code", &account.bank),
        f("branch_code", &account.branch),
        f("account_number", &account.number),
        f("rib_key", &account.key),
    ]
}

fn rib_slip(d: &mut Desk<'_, '_>) {
    let (who, h, account, code) =
        (Who::new(&mut d.rng, 1940, 2006), House::new(&mut d.rng), codes::Account::random(&mut d.rng), bic(&mut d.rng));
    let mut p = Pen::new(d, 9.6, 34.0, 34.0);
    let bank = p.pick(BANKS);
    p.put(34.0, 34.0, 240.0, Ty::Head, Left, bank);
    p.put(
        561.0,
        34.0,
        260.0,
        Ty::Bold,
        Right,
        p.pick(&["RELEVÉ D'IDENTITÉ BANCAIRE", "Relevé d'identité bancaire / IBAN", "RIB"]),
    );
    p.y = 50.0;
    p.para(
        Ty::Small,
        "Ce relevé est destiné à être remis, sur leur demande, à vos créanciers ou débiteurs appelés à \
         faire inscrire des opérations à votre \
         compte (virements, paiements de quittances, etc.).",
    );
    p.gap(0.4);
    let mut cells = account_cells(&account);
    let domicile = f("branch", format!("{} {}", p.pick(&["AG.", "AGENCE", "BUREAU"]), capitals(h.town, true)));
    cells.push(domicile);
    p.table(
        Ty::Body,
        (&[1.2, 1.2, 2.2, 0.8, 3.4], "ccccl"),
        &[
            p.pick(&["Banque", "C/étab.", "Code banque"]),
            p.pick(&["Guichet", "C/guichet", "Code guichet"]),
            p.pick(&["N° compte", "Numéro de compte"]),
            p.pick(&["Clé", "Clé RIB", "C/rice"]),
            "Domiciliation",
        ],
        &[cells],
        Rules::Grid,
    );
    let iban = f("iban", spaced_iban(&account));
    p.say(Ty::Body, Left, format!("{} {iban}", p.pick(&["IBAN", "IBAN :", "Identification internationale (IBAN) :"])));
    p.say(
        Ty::Body,
        Left,
        format!(
            "{} {}",
            p.pick(&["BIC :", "Code BIC", "Identification internationale de la banque (BIC) :"]),
            f("bic", code)
        ),
    );
    p.gap(0.4);
    let y = p.y;
    p.put(
        34.0,
        y,
        230.0,
        Ty::Small,
        Left,
        p.pick(&["Titulaire du compte :", "Intitulé du compte", "Titulaire (Account owner)"]),
    );
    let lines = holder(&p, &who);
    p.block(34.0, y + p.lead, 250.0, Ty::Body, &lines);
    p.block(
        330.0,
        y + p.lead,
        230.0,
        Ty::Small,
        &[format!("Tél. : {}", h.phone), h.street.clone(), h.place(), "Cadre réservé au destinataire du relevé".into()],
    );
}

fn rib_page(d: &mut Desk<'_, '_>) {
    let (who, h, account, code) =
        (Who::new(&mut d.rng, 1940, 2006), House::new(&mut d.rng), codes::Account::random(&mut d.rng), bic(&mut d.rng));
    let when = day(&mut d.rng, 2008, 2026);
    let mut p = Pen::new(d, 10.2, 50.0, 56.0);
    let (bank, times) = (p.pick(BANKS), p.any(1, 3));
    for n in 0..times {
        p.y = 56.0 + n as f32 * 258.0;
        p.logo(50.0, p.y - 22.0, 26.0);
        p.put(84.0, p.y, 230.0, Ty::Head, Left, bank);
        p.put(545.0, p.y, 240.0, Ty::Bold, Right, "Relevé d'Identité Bancaire");
        p.gap(2.0);
        let name = if n == 0 { holder(&p, &who) } else { who.letter("", false) };
        p.block(320.0, p.y, 220.0, Ty::Body, &name);
        p.y = p.block(
            50.0,
            p.y,
            240.0,
            Ty::Small,
            &[
                p.pick(&["Identifiant national de compte bancaire", "Références bancaires nationales"]).into(),
                format!("Agence {}", h.street),
                h.place(),
                format!("Tél. {}", h.phone),
            ],
        );
        p.gap(0.6);
        let cells = if n == 0 {
            account_cells(&account)
        } else {
            vec![account.bank.clone(), account.branch.clone(), account.number.clone(), account.key.clone()]
        };
        p.table(
            Ty::Body,
            (&[1.0, 1.0, 2.0, 0.7], "cccc"),
            &["Code banque", "Code guichet", "N° de compte", "Clé RIB"],
            &[cells],
            Rules::Grid,
        );
        let (iban, code, place) =
            (spaced_iban(&account), code.clone(), format!("{} {}", capitals(bank, true), capitals(h.town, true)));
        let (iban, code, place) =
            if n == 0 { (f("iban", iban), f("bic", code), f("branch", place)) } else { (iban, code, place) };
        p.rows(
            190.0,
            &[
                ("Domiciliation", place),
                ("IBAN (International Bank Account Number)", iban),
                ("BIC (Bank Identifier Code)", code),
            ],
            true,
        );
        p.gap(1.0);
        p.para(
            Ty::Small,
            "Relevé à remettre à tout organisme demandant vos coordonnées bancaires afin d'éviter des \
             erreurs ou des retards d'exécution.",
        );
        if n + 1 < times {
            let y = 56.0 + (n + 1) as f32 * 258.0 - 40.0;
            p.d.c.dotted(30.0, 565.0, y);
        }
    }
    p.foot(Left, &[format!("Édité le {} – {bank}", figures(when, "/"))]);
}

fn rib_iban_first(d: &mut Desk<'_, '_>) {
    let (who, h, account, code) =
        (Who::new(&mut d.rng, 1950, 2006), House::new(&mut d.rng), codes::Account::random(&mut d.rng), bic(&mut d.rng));
    let when = day(&mut d.rng, 2014, 2026);
    let mut p = Pen::new(d, 11.0, 60.0, 66.0);
    let bank = p.pick(BANKS);
    p.say(Ty::Title, Left, bank);
    p.gap(1.0);
    p.say(
        Ty::Head,
        Left,
        p.pick(&[
            "Mes coordonnées bancaires (RIB / IBAN)",
            "Vos coordonnées bancaires",
            "Relevé d'identité bancaire (RIB)",
        ]),
    );
    p.rule();
    p.gap(1.0);
    let labels: [(&str, &str); 2] =
        [("IBAN", "BIC / SWIFT"), ("International Bank Account Number", "Bank Identifier Code")];
    let (a, b) = labels[p.any(0, 1) as usize];
    let name = holder(&p, &who);
    for (label, value) in [
        (p.pick(&["Titulaire du compte", "Titulaire / Account holder"]), name[0].clone()),
        ("Adresse", format!("{}, {}", name[1], name[2])),
        (a, f("iban", spaced_iban(&account))),
        (b, f("bic", code)),
        (
            p.pick(&["Domiciliation", "Agence de domiciliation", "Domiciliation / Paying bank"]),
            f(
                "branch",
                format!(
                    "{} {} ({})",
                    p.pick(&["CENTRE FINANCIER DE", "AGENCE", "ESPACE CLIENT"]),
                    capitals(h.town, true),
                    p.digits(5)
                ),
            ),
        ),
    ] {
        p.say(Ty::Small, Left, label);
        p.say(Ty::Bold, Left, value);
        p.gap(0.7);
    }
    p.gap(0.4);
    p.say(Ty::Head, Left, "Format national (RIB)");
    let cells = account_cells(&account);
    let rows: Vec<Vec<String>> = ["Code établissement", "Code guichet", "Numéro de compte", "Clé"]
        .iter()
        .zip(cells)
        .map(|(a, b)| vec![(*a).to_owned(), b])
        .collect();
    p.table(Ty::Body, (&[2.0, 3.0], "ll"), &[], &rows, if p.chance(0.5) { Rules::Grid } else { Rules::Rows });
    p.para(
        Ty::Body,
        "Communiquez ce document à votre employeur, aux organismes sociaux ou à vos fournisseurs pour \
         mettre en place vos virements et vos \
         prélèvements. Ne le transmettez qu'à des tiers de confiance.",
    );
    p.para(
        Ty::Small,
        "Conseil sécurité : votre banque ne vous demande jamais vos codes confidentiels par téléphone, \
         par SMS ou par courriel. Si vous avez un \
         doute sur une opération, appelez le numéro figurant au dos de votre carte bancaire.",
    );
    p.down_to(0.8);
    p.say(Ty::Small, Right, format!("Document édité le {}", written(when)));
    p.foot(Centre, &[format!("{bank} – {} – {} – SIREN {} – ORIAS {}", h.street, h.place(), h.siren, p.digits(8))]);
}
