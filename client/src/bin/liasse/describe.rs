//! What a document is and says, in French, for people.
//!
//! Responsible for the words. Not responsible for where they go.

use std::fmt::Write as _;

use liasse_client::v1::{DocumentReading, Field, Tray};

/// A document in some lines: its type, its tray, its fields with what a person should look at.
pub(crate) fn document(document: &DocumentReading) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail, here and below.
    let _ =
        write!(text, "[Document] {} ({}), {}", document.type_label, document.r#type, percent(document.type_confidence));
    text.push_str(if document.accepted { "\n" } else { ", à vérifier\n" });
    if let Some(tray) = &document.tray {
        let _ = writeln!(text, "[Bannette] {}", self::tray(tray));
    }
    let width = document.fields.iter().map(|f| f.label.chars().count()).max().unwrap_or(0);
    for field in &document.fields {
        let label = &field.label;
        let value = value(field).replace('\n', ", ");
        let _ = writeln!(text, "  {label:width$}  {value}  ({}{})", percent(field.confidence), doubts(field));
    }
    for check in document.checks.iter().filter(|check| !check.passed) {
        let _ = writeln!(text, "  Contrôle non vérifié : {} ({})", check.name, check.fields.join(", "));
    }
    for missing in &document.missing_fields {
        let _ = writeln!(text, "  Manque : {}", missing.label);
    }
    text
}

/// A value with its currency.
pub(crate) fn value(field: &Field) -> String {
    if field.currency.is_empty() { field.value.clone() } else { format!("{} {}", field.value, field.currency) }
}

/// A tray, the rule that led there, and what it asks for.
pub(crate) fn tray(tray: &Tray) -> String {
    let rule = if tray.rule.is_empty() { "par défaut".to_owned() } else { format!("règle « {} »", tray.rule) };
    let answer = match tray.answer_within_days {
        0 => String::new(),
        1 => ", réponse sous 1 jour".to_owned(),
        days => format!(", réponse sous {days} jours"),
    };
    format!("{} ({}), {rule}, priorité {}{answer}", tray.label, tray.name, tray.priority)
}

/// What came of learning a type: pages added, known already and dropped, and examples in all; how alike they are to each other, and
/// whether that is enough to go without a person.
pub(crate) fn learned(name: &str, counts: [usize; 4], coherence: Option<f32>, coherent: bool) -> String {
    let [added, known, dropped, examples] = counts;
    let mut text = format!("{name} : {added} exemples ajoutés");
    // Writing to a string cannot fail, here and below.
    if known > 0 {
        let _ = write!(text, ", {known} déjà connus");
    }
    if dropped > 0 {
        let _ = write!(text, ", {dropped} anciens retirés");
    }
    let _ = writeln!(text, ", {examples} en tout");
    let _ = match coherence {
        None => writeln!(text, "Il en faut cinq pour qu'ils comptent."),
        Some(share) if coherent => writeln!(text, "Ressemblance entre eux : {}", percent(share)),
        Some(share) => writeln!(
            text,
            "Ressemblance entre eux : {}, trop faible : ce type sera proposé, mais toujours à vérifier",
            percent(share)
        ),
    };
    text
}

/// A confidence as people read it.
pub(crate) fn percent(confidence: f32) -> String {
    format!("{:.0} %", 100.0 * confidence)
}

/// Why a person should look at a value; empty where none needs to.
fn doubts(field: &Field) -> String {
    let mut doubts = Vec::new();
    if field.repaired {
        doubts.push(format!("corrigé, lu « {} »", field.raw));
    }
    let failed = field.checks.iter().filter(|check| !check.passed);
    doubts.extend(failed.map(|check| format!("contrôle {} non vérifié", check.name)));
    if doubts.is_empty() && !field.accepted {
        doubts.push("à vérifier".to_owned());
    }
    doubts.iter().map(|doubt| format!(", {doubt}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use liasse_client::v1::{CrossCheck, FieldCheck, MissingField};

    #[test]
    fn a_document_is_described_in_french() {
        let field = |label: &str, value: &str, accepted: bool| Field {
            label: label.to_owned(),
            value: value.to_owned(),
            confidence: 0.954,
            accepted,
            ..Default::default()
        };
        let total = Field { currency: "EUR".to_owned(), ..field("Total TTC", "1200.00", true) };
        let iban = Field { repaired: true, raw: "FR14 2O04".to_owned(), ..field("IBAN", "FR142004", false) };
        let siret = Field {
            checks: vec![FieldCheck { name: "siret".to_owned(), passed: false }],
            ..field("SIRET", "1234", false)
        };
        let told = DocumentReading {
            r#type: "facture".to_owned(),
            type_label: "Facture fournisseur".to_owned(),
            type_confidence: 0.981,
            fields: vec![total, iban, siret, field("Client", "M. X\nLYON", false)],
            checks: vec![CrossCheck {
                name: "totals_agree".to_owned(),
                fields: vec!["a".to_owned(), "b".to_owned()],
                ..Default::default()
            }],
            missing_fields: vec![MissingField { name: "invoice_date".to_owned(), label: "Date de facture".to_owned() }],
            tray: Some(Tray {
                name: "compta".to_owned(),
                label: "Comptabilité".to_owned(),
                rule: "Factures".to_owned(),
                priority: 2,
                answer_within_days: 30,
            }),
            ..Default::default()
        };
        let expected = "\
[Document] Facture fournisseur (facture), 98 %, à vérifier
[Bannette] Comptabilité (compta), règle « Factures », priorité 2, réponse sous 30 jours
  Total TTC  1200.00 EUR  (95 %)
  IBAN       FR142004  (95 %, corrigé, lu « FR14 2O04 »)
  SIRET      1234  (95 %, contrôle siret non vérifié)
  Client     M. X, LYON  (95 %, à vérifier)
  Contrôle non vérifié : totals_agree (a, b)
  Manque : Date de facture
";
        assert_eq!(document(&told), expected);
        let plain = DocumentReading {
            accepted: true,
            type_label: "RIB".to_owned(),
            r#type: "rib".to_owned(),
            type_confidence: 1.0,
            ..Default::default()
        };
        assert_eq!(document(&plain), "[Document] RIB (rib), 100 %\n");
    }
}
