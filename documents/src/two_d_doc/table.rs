//! What the data identifiers and document types of 2D-Docs mean.
//!
//! Source: « Spécifications techniques des codes à barres 2D-Doc » (ANTS, now France Titres), annexes of document types and data
//! identifiers. Only perimeter 01, and of it what mail of a town hall bears; other identifiers are read and given without a label.

/// How a datum is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// As it is.
    Text,
    /// A number with a decimal comma.
    Number,
    /// Days since 2000-01-01, four hexadecimal digits.
    Days,
    /// Day, month and year, eight digits.
    Date,
}

/// A data identifier: its code, the length where it is fixed or the longest it may be (0: no limit), how it is written, and its label.
pub(super) struct Identifier {
    pub(super) code: &'static str,
    pub(super) fixed: bool,
    pub(super) length: usize,
    pub(super) kind: Kind,
    pub(super) label: &'static str,
}

macro_rules! identifiers {
    ($($code:literal $how:ident $length:literal $kind:ident $label:literal;)*) => {
        &[$(Identifier {
            code: $code,
            fixed: identifiers!(@ $how),
            length: $length,
            kind: Kind::$kind,
            label: $label,
        }),*]
    };
    (@ fixed) => { true };
    (@ upto) => { false };
}

/// By code, in their order.
const IDENTIFIERS: &[Identifier] = identifiers! {
    "01" upto 0 Text "Identifiant unique du document";
    "02" upto 0 Text "Catégorie de document";
    "03" upto 0 Text "Sous-catégorie de document";
    "04" upto 0 Text "Application de composition";
    "05" upto 0 Text "Version de l'application de composition";
    "06" fixed 4 Days "Date de l'association du document et du code";
    "07" fixed 6 Text "Heure de l'association du document et du code";
    "08" fixed 4 Days "Date d'expiration du document";
    "09" fixed 4 Text "Nombre de pages du document";
    "0A" fixed 9 Text "Éditeur du 2D-Doc";
    "0B" fixed 9 Text "Intégrateur du 2D-Doc";
    "0C" upto 0 Text "URL du document";
    "10" upto 38 Text "Bénéficiaire";
    "11" upto 38 Text "Qualité du bénéficiaire";
    "12" upto 38 Text "Prénom du bénéficiaire";
    "13" upto 38 Text "Nom du bénéficiaire";
    "14" upto 38 Text "Destinataire de la facture";
    "15" upto 38 Text "Qualité du destinataire de la facture";
    "16" upto 38 Text "Prénom du destinataire de la facture";
    "17" upto 38 Text "Nom du destinataire de la facture";
    "18" upto 0 Text "Numéro de facture";
    "19" upto 0 Text "Numéro de client";
    "1A" upto 0 Text "Numéro du contrat";
    "1B" upto 0 Text "Identifiant du souscripteur du contrat";
    "1C" fixed 8 Date "Date d'effet du contrat";
    "1D" upto 16 Number "Montant TTC de la facture";
    "1E" upto 30 Text "Téléphone du bénéficiaire";
    "1F" upto 30 Text "Téléphone du destinataire de la facture";
    "1G" fixed 1 Text "Présence d'un co-bénéficiaire non mentionné";
    "1H" fixed 1 Text "Présence d'un co-destinataire non mentionné";
    "1I" upto 38 Text "Co-bénéficiaire";
    "1J" upto 38 Text "Qualité du co-bénéficiaire";
    "1K" upto 38 Text "Prénom du co-bénéficiaire";
    "1L" upto 38 Text "Nom du co-bénéficiaire";
    "1M" upto 38 Text "Co-destinataire de la facture";
    "1N" upto 38 Text "Qualité du co-destinataire de la facture";
    "1O" upto 38 Text "Prénom du co-destinataire de la facture";
    "1P" upto 38 Text "Nom du co-destinataire de la facture";
    "20" upto 38 Text "Adresse de service, ligne 2";
    "21" upto 38 Text "Adresse de service, ligne 3";
    "22" upto 38 Text "Adresse de service, voie";
    "23" upto 38 Text "Adresse de service, ligne 5";
    "24" fixed 5 Text "Adresse de service, code postal";
    "25" upto 32 Text "Adresse de service, localité";
    "26" fixed 2 Text "Adresse de service, pays";
    "27" upto 38 Text "Adresse du destinataire, ligne 2";
    "28" upto 38 Text "Adresse du destinataire, ligne 3";
    "29" upto 38 Text "Adresse du destinataire, voie";
    "2A" upto 38 Text "Adresse du destinataire, ligne 5";
    "2B" fixed 5 Text "Adresse du destinataire, code postal";
    "2C" upto 32 Text "Adresse du destinataire, localité";
    "2D" fixed 2 Text "Adresse du destinataire, pays";
    "30" upto 140 Text "Titulaire du compte";
    "31" upto 38 Text "IBAN";
    "32" upto 11 Text "BIC";
    "33" upto 30 Text "BBAN";
    "34" fixed 2 Text "Pays du compte";
    "35" upto 34 Text "Identifiant SEPAmail";
    "36" fixed 4 Days "Début de période";
    "37" fixed 4 Days "Fin de période";
    "38" upto 11 Number "Solde en début de période";
    "39" upto 11 Number "Solde en fin de période";
    "40" fixed 13 Text "Numéro fiscal";
    "41" upto 0 Number "Revenu fiscal de référence";
    "42" upto 0 Text "Situation du foyer";
    "43" upto 0 Number "Nombre de parts";
    "44" fixed 13 Text "Référence d'avis d'impôt";
    "45" fixed 4 Text "Année des revenus";
    "46" upto 0 Text "Déclarant 1";
    "47" fixed 13 Text "Numéro fiscal du déclarant 1";
    "48" upto 0 Text "Déclarant 2";
    "49" fixed 13 Text "Numéro fiscal du déclarant 2";
    "4A" fixed 8 Date "Date de mise en recouvrement";
    "4V" upto 0 Number "Impôt sur le revenu net";
    "4W" upto 0 Number "Reste à payer";
    "4X" upto 0 Number "Retenue à la source";
    "4Y" upto 0 Text "Adresse";
    "50" fixed 14 Text "SIRET de l'employeur";
    "51" fixed 6 Number "Nombre d'heures travaillées";
    "52" fixed 7 Number "Cumul du nombre d'heures travaillées";
    "53" fixed 4 Days "Début de période";
    "54" fixed 4 Days "Fin de période";
    "55" fixed 8 Date "Début de contrat";
    "56" fixed 4 Days "Fin de contrat";
    "57" fixed 8 Date "Date de signature du contrat";
    "58" upto 11 Number "Salaire net imposable";
    "59" upto 12 Number "Cumul du salaire net imposable";
    "5A" upto 11 Number "Salaire brut du mois";
    "5B" upto 12 Number "Cumul du salaire brut";
    "5C" upto 11 Number "Salaire net";
    "5D" upto 38 Text "Adresse de l'employeur, ligne 2";
    "5E" upto 38 Text "Adresse de l'employeur, ligne 3";
    "5F" upto 38 Text "Adresse de l'employeur, voie";
    "5G" upto 38 Text "Adresse de l'employeur, ligne 5";
    "5H" fixed 5 Text "Adresse de l'employeur, code postal";
    "5I" upto 32 Text "Adresse de l'employeur, localité";
    "5J" fixed 2 Text "Adresse de l'employeur, pays";
    "5K" upto 50 Text "Identifiant cotisant prestations sociales";
    "60" upto 60 Text "Prénoms";
    "61" upto 20 Text "Prénom";
    "62" upto 38 Text "Nom";
    "63" upto 38 Text "Nom d'usage";
    "64" upto 38 Text "Nom d'époux";
    "65" fixed 2 Text "Type de pièce d'identité";
    "66" upto 20 Text "Numéro de la pièce d'identité";
    "67" fixed 2 Text "Nationalité";
    "68" fixed 1 Text "Genre";
    "69" fixed 8 Date "Date de naissance";
    "6A" upto 32 Text "Lieu de naissance";
    "6B" fixed 3 Text "Département du bureau émetteur";
    "6C" fixed 2 Text "Pays de naissance";
    "6D" upto 60 Text "Nom et prénom du père";
    "6E" upto 60 Text "Nom et prénom de la mère";
    "6F" upto 90 Text "Zone de lecture automatique";
    "6G" upto 38 Text "Nom";
    "6H" upto 10 Text "Civilité";
    "6I" fixed 2 Text "Pays émetteur";
};

/// The identifier of that code.
pub(super) fn identifier(code: &str) -> Option<&'static Identifier> {
    IDENTIFIERS.binary_search_by(|i| i.code.cmp(code)).ok().map(|at| &IDENTIFIERS[at])
}

/// French label of a document type of perimeter 01; empty for others.
pub(super) fn document_type(code: &str) -> &'static str {
    match code {
        "00" => "Justificatif de domicile",
        "01" => "Facture de fournisseur d'énergie, d'eau ou de télécommunications",
        "02" => "Avis de taxe d'habitation",
        "03" | "05" => "Relevé d'identité bancaire",
        "04" | "28" => "Avis d'impôt sur les revenus",
        "06" => "Bulletin de salaire",
        "07" => "Titre d'identité",
        "08" => "Zone de lecture automatique",
        "09" => "Facture étendue",
        "10" => "Contrat de travail",
        "11" => "Relevé de compte",
        "12" => "Acte d'huissier",
        "13" => "Document étranger",
        "18" | "24" | "27" => "Avis de situation déclarative à l'impôt sur les revenus",
        "29" => "Attestation d'activité professionnelle",
        "B0" => "Diplôme",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_in_order_and_whole() {
        assert!(IDENTIFIERS.windows(2).all(|pair| pair[0].code < pair[1].code));
        assert!(IDENTIFIERS.iter().all(|i| i.code.len() == 2 && !i.label.is_empty() && (!i.fixed || i.length > 0)));
        let length = |kind| IDENTIFIERS.iter().filter(move |i| i.kind == kind).map(|i| i.length);
        assert!(length(Kind::Days).all(|l| l == 4) && length(Kind::Date).all(|l| l == 8));
        assert_eq!(identifier("47").map(|i| i.label), Some("Numéro fiscal du déclarant 1"));
        assert!(identifier("ZZ").is_none() && document_type("ZZ").is_empty());
    }
}
