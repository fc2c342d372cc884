//! Machine-readable zones of given holders: passports, residence permits, driving licences, registration certificates.
//!
//! Layouts and check digits follow ICAO Doc 9303 parts 4 and 5; the licence's single line is arranged as on the French cards. Responsible for
//! lines that are right; [`super::codes::mrz`] writes ones of nobody.

use super::codes::mrz_check;
use super::plain;

/// A name as zones spell it: capitals without accents, apostrophes left out, what parts words a filler.
fn spelled(name: &str) -> String {
    name.to_uppercase()
        .replace(['\'', '’'], "")
        .replace('Œ', "OE")
        .replace('Æ', "AE")
        .chars()
        .map(plain)
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '<' })
        .collect()
}

/// Cut or filled to so many characters.
fn to_width(text: &str, width: usize) -> String {
    let mut out: String = text.chars().take(width).collect();
    while out.len() < width {
        out.push('<');
    }
    out
}

/// What a zone says: dates as `YYMMDD`, sex `M` or `F`.
pub(crate) struct Subject<'a> {
    pub(crate) last: &'a str,
    pub(crate) firsts: &'a [String],
    pub(crate) birth: &'a str,
    pub(crate) expiry: &'a str,
    pub(crate) sex: char,
    /// Three letters.
    pub(crate) nationality: &'a str,
}

impl Subject<'_> {
    fn names(&self, width: usize) -> String {
        let firsts: Vec<String> = self.firsts.iter().map(|f| spelled(f)).collect();
        to_width(&format!("{}<<{}", spelled(self.last), firsts.join("<")), width)
    }
}

/// The two lines of 44 of a French passport of this number (9 characters).
pub(crate) fn td3(number: &str, subject: &Subject<'_>) -> Vec<String> {
    let one = format!("P<FRA{}", subject.names(39));
    let number = to_width(number, 9);
    let (head, birth) = (format!("{number}{}", mrz_check(&number)), subject.birth);
    let birth = format!("{birth}{}", mrz_check(birth));
    let expiry = format!("{}{}", subject.expiry, mrz_check(subject.expiry));
    let personal = "<<<<<<<<<<<<<<0";
    let composite = mrz_check(&format!("{head}{birth}{expiry}{personal}"));
    vec![one, format!("{head}{}{birth}{}{expiry}{personal}{composite}", subject.nationality, subject.sex)]
}

/// The three lines of 30 of a card issued in France, of a document code such as `IR` or `ID` and this number (9 characters).
pub(crate) fn td1(code: &str, number: &str, optional: &str, subject: &Subject<'_>) -> Vec<String> {
    let number = to_width(number, 9);
    let one = to_width(&format!("{}FRA{number}{}{optional}", to_width(code, 2), mrz_check(&number)), 30);
    let birth = format!("{}{}", subject.birth, mrz_check(subject.birth));
    let expiry = format!("{}{}", subject.expiry, mrz_check(subject.expiry));
    let filler = "<".repeat(11);
    let composite = mrz_check(&format!("{}{birth}{expiry}{filler}", &one[5..]));
    let two = format!("{birth}{}{expiry}{}{filler}{composite}", subject.sex, subject.nationality);
    vec![one, two, subject.names(30)]
}

/// The single line of 30 of a driving licence card of this number (9 characters).
pub(crate) fn licence(number: &str, subject: &Subject<'_>) -> String {
    let number = to_width(number, 9);
    let body = format!("D1FRA{number}{}{}", mrz_check(&number), subject.expiry);
    let body = format!("{body}{}", to_width(&format!("{}<<", spelled(subject.last)), 8));
    format!("{body}{}", mrz_check(&body))
}

/// The two lines at the foot of a registration certificate: plate and vehicle identification number among them. How its
/// issuer arranges the rest is not published; the lines have the look, not the meaning.
pub(crate) fn registration(plate: &str, vin: &str, make: &str) -> Vec<String> {
    let plate: String = plate.chars().filter(char::is_ascii_alphanumeric).collect();
    let one = format!("CRFRA{}{}{vin}", to_width(&plate, 9), mrz_check(&plate));
    let one = format!("{}{}", to_width(&one, 35), mrz_check(&one));
    let two = to_width(&format!("{}<{}<<", spelled(make), mrz_check(vin)), 36);
    vec![one, two]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subject(firsts: &[String]) -> Subject<'_> {
        Subject { last: "d'Où-Le Noël", firsts, birth: "740812", expiry: "120415", sex: 'F', nationality: "FRA" }
    }

    #[test]
    fn lines_are_as_long_as_their_documents_say() {
        let firsts = ["Anne-Marie".to_owned(), "Zoé".to_owned()];
        let passport = td3("12AB34567", &subject(&firsts));
        assert!(passport.iter().all(|l| l.len() == 44), "{passport:?}");
        assert!(passport[0].starts_with("P<FRADOU<LE<NOEL<<ANNE<MARIE<ZOE<<<"));
        let permit = td1("IR", "9X8YZ7654", "", &subject(&firsts));
        assert!(permit.len() == 3 && permit.iter().all(|l| l.len() == 30), "{permit:?}");
        assert!(permit[0].starts_with("IRFRA9X8YZ7654"));
        assert_eq!(licence("13AA00002", &subject(&firsts)).len(), 30);
        let vehicle = registration("AB-123-CD", "VF1AAAAA555123456", "Renault");
        assert!(vehicle.iter().all(|l| l.len() == 36), "{vehicle:?}");
    }

    #[test]
    fn check_digits_are_those_of_the_published_passport() {
        // The specimen of ICAO Doc 9303 part 4 has L898902C3 6, 740812 2, 120415 9.
        let lines = td3("L898902C3", &subject(&[]));
        assert!(lines[1].starts_with("L898902C36FRA7408122F1204159"), "{lines:?}");
    }
}
