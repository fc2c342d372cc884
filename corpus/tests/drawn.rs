//! What is drawn, seen from outside: the same from the same seed, and true.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up has failed")]

use liasse_corpus::pages::{PageRecord, PageTruth, Quad};
use liasse_corpus::{Corpus, Options, charset, iban_is_valid, nir_is_valid, siret_is_valid};
use std::collections::HashSet;

fn small(seed: u64) -> Corpus {
    Corpus::new(Options { seed, max_pixels: Some(400_000), ..Options::default() }).unwrap()
}

#[test]
fn the_same_seed_and_index_draw_the_same_and_others_do_not() {
    let (one, again, other) = (small(3), small(3), small(4));
    let (mut pen, mut lines) = (one.page_pen(), one.line_pen(40));
    for index in [0, 1, 17] {
        // Drawn after other pages by one pen, and first by another: the same.
        let page = pen.draw(index);
        assert_eq!(page, again.draw_page(index));
        assert_ne!(page, other.draw_page(index));
        let line = lines.draw(index);
        assert_eq!(line, again.line_pen(40).draw(index));
        assert_ne!(line, other.line_pen(40).draw(index));
    }
}

/// Middle and half extents of a quad along its own axes.
fn inside(inner: &Quad, outer: &Quad, slack: f32) -> bool {
    // Every corner of the inner one on the inner side of every edge of the outer one (clockwise, y downwards).
    (0..4).all(|i| {
        let (ax, ay) = (outer[2 * i], outer[2 * i + 1]);
        let (bx, by) = (outer[(2 * i + 2) % 8], outer[(2 * i + 3) % 8]);
        let length = (bx - ax).hypot(by - ay).max(1e-3);
        (0..4).all(|k| {
            let (px, py) = (inner[2 * k], inner[2 * k + 1]);
            ((bx - ax) * (py - ay) - (by - ay) * (px - ax)) / length > -slack
        })
    })
}

fn check(truth: &PageTruth, width: usize, height: usize, allowed: &HashSet<char>) {
    for line in &truth.lines {
        for i in 0..4 {
            let (x, y) = (line.quad[2 * i], line.quad[2 * i + 1]);
            assert!(x >= 0.0 && y >= 0.0 && x <= width as f32 && y <= height as f32, "{}: {:?}", line.text, line.quad);
        }
        let words: Vec<&str> = line.words.iter().map(|w| w.text.as_str()).collect();
        assert_eq!(words.join(" "), line.text);
        assert!(line.text.chars().all(|c| c == ' ' || allowed.contains(&c)), "{}", line.text);
        for word in &line.words {
            assert!(inside(&word.quad, &line.quad, 2.5), "{} {:?} in {:?}", word.text, word.quad, line.quad);
        }
    }
}

#[test]
fn quads_lie_on_the_page_and_words_in_their_lines() {
    let corpus = small(8);
    let allowed: HashSet<char> = charset().iter().copied().collect();
    let mut pen = corpus.page_pen();
    let mut types = HashSet::new();
    for index in 0..150 {
        let page = pen.draw(index);
        check(&page.truth, page.image.width, page.image.height, &allowed);
        assert_eq!(page.image.data.len(), page.image.width * page.image.height);
        if page.truth.doc_type == "blank" {
            assert!(page.truth.lines.is_empty() && page.truth.text().is_empty());
        }
        types.insert(page.truth.doc_type);
    }
    assert!(types.len() >= 14, "only {types:?}");
}

#[test]
fn text_is_dark_where_the_truth_says_it_is() {
    // A clean corpus: inside the box of a line there is more contrast than a hand's breadth above the page's first line.
    let corpus = Corpus::new(Options { seed: 2, clean: 1.0, max_pixels: Some(900_000), ..Options::default() }).unwrap();
    let mut pen = corpus.page_pen();
    let (mut seen, mut lines) = (0, 0);
    for index in 0..25 {
        let page = pen.draw(index);
        for line in page.truth.lines.iter().filter(|l| l.text.chars().count() > 3) {
            let (x0, x1) = (line.quad[0].max(line.quad[6]), line.quad[2].min(line.quad[4]));
            let (y0, y1) = (line.quad[1].min(line.quad[3]), line.quad[5].max(line.quad[7]));
            let mut values: Vec<u8> = Vec::new();
            for y in y0 as usize..(y1 as usize).min(page.image.height) {
                values.extend(&page.image.row(y)[x0 as usize..(x1 as usize).min(page.image.width)]);
            }
            values.sort_unstable();
            if values.len() > 20 {
                lines += 1;
                let spread = i32::from(values[values.len() * 98 / 100]) - i32::from(values[values.len() * 2 / 100]);
                seen += usize::from(spread > 60);
            }
        }
    }
    assert!(lines > 300, "{lines}");
    assert!(seen * 100 >= lines * 99, "{seen} of {lines} boxes hold anything");
}

#[test]
fn fields_that_carry_check_digits_pass_them() {
    let corpus = small(21);
    let mut pen = corpus.page_pen();
    let mut seen = HashSet::new();
    for index in 0..200 {
        for field in pen.draw(index).truth.fields {
            let ok = match field.name.as_str() {
                "iban" => iban_is_valid(&field.value),
                "siret" => siret_is_valid(&field.value),
                "nir" => nir_is_valid(&field.value),
                _ => continue,
            };
            assert!(ok, "{field:?}");
            seen.insert(field.name);
        }
    }
    assert_eq!(seen.len(), 3, "{seen:?}");
}

#[test]
fn page_records_read_back() {
    let corpus = small(5);
    let mut pen = corpus.page_pen();
    let records: Vec<PageRecord> = (0..6)
        .map(|i| {
            let page = pen.draw(i);
            PageRecord { image: page.image, truth: page.truth }
        })
        .collect();
    let mut bytes = Vec::new();
    for r in &records {
        r.write(&mut bytes).unwrap();
    }
    let mut input = bytes.as_slice();
    for r in &records {
        assert_eq!(PageRecord::read(&mut input).unwrap().as_ref(), Some(r));
    }
    assert_eq!(PageRecord::read(&mut input).unwrap(), None);
    assert!(PageRecord::read(&mut &bytes[..bytes.len() / 2][..40]).is_err());
}

#[test]
fn lines_keep_to_their_size_and_say_what_they_are() {
    let corpus = small(9);
    let mut pen = corpus.line_pen(40);
    let allowed: HashSet<char> = charset().iter().copied().collect();
    let (mut empty, mut hand, mut code) = (0, 0, 0);
    for index in 0..1500 {
        let line = pen.draw(index);
        assert_eq!(line.image.height, 40);
        assert!((16..=1200).contains(&line.image.width), "{}", line.image.width);
        assert!(line.text.chars().all(|c| c == ' ' || allowed.contains(&c)), "{}", line.text);
        assert!(!line.text.contains("  ") && line.text.trim() == line.text, "{:?}", line.text);
        empty += usize::from(line.text.is_empty());
        hand += usize::from(line.hand);
        code += usize::from(line.code);
    }
    assert!(
        (5..90).contains(&empty) && (15..150).contains(&hand) && (150..600).contains(&code),
        "{empty} {hand} {code}"
    );
}

#[test]
fn a_folder_that_is_not_there_is_an_error() {
    let gone = std::path::PathBuf::from("/nonexistent/folder");
    assert!(Corpus::new(Options { fonts: vec![gone.clone()], ..Options::default() }).is_err());
    assert!(Corpus::new(Options { texts: Some(gone), ..Options::default() }).is_err());
}

#[test]
fn batches_are_documents_one_after_the_other_with_what_parts_them() {
    use liasse_corpus::pages::Role;

    let corpus = Corpus::new(Options { seed: 5, max_pixels: Some(60_000), ..Options::default() }).unwrap();
    let mut pen = corpus.page_pen();
    assert_eq!(pen.draw_batch(2, 3), pen.draw_batch(2, 3));
    let (mut several, mut parted) = (0, 0);
    for index in 0..12 {
        let batch = pen.draw_batch(index, 4);
        assert_eq!(batch[0].role, Role::First);
        assert_eq!(batch.iter().filter(|s| s.role == Role::First).count(), 4, "batch {index}");
        for pair in batch.windows(2) {
            if pair[1].role == Role::Next {
                assert!(matches!(pair[0].role, Role::First | Role::Next | Role::Back), "batch {index}");
                several += 1;
            }
            parted += usize::from(matches!(pair[1].role, Role::Barcode(_) | Role::Patch(_) | Role::Blank));
            if matches!(pair[0].role, Role::Barcode(_) | Role::Patch(_) | Role::Blank) {
                assert_eq!(pair[1].role, Role::First, "batch {index}");
            }
        }
        for sheet in &batch {
            let empty = matches!(sheet.role, Role::Back | Role::Blank);
            assert_eq!(sheet.page.truth.lines.is_empty(), empty, "batch {index}: {:?}", sheet.role);
        }
    }
    assert!(several > 5 && parted > 5, "{several} further pages, {parted} separators");
}
