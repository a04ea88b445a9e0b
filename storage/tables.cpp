#include "storage/tables.h"

namespace mitjul {

const char* const kTablesOfVersion1 = R"sql(
CREATE TABLE project (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE annotator (
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  imported INTEGER NOT NULL,
  position INTEGER NOT NULL,
  fingerprint INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE schema_version (
  version INTEGER PRIMARY KEY,
  content TEXT NOT NULL,
  fingerprint INTEGER NOT NULL
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  code_points INTEGER NOT NULL,
  utf16_units INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  in_trash INTEGER NOT NULL,
  origin_format TEXT NOT NULL,
  origin_file TEXT NOT NULL,
  origin_sha256 TEXT NOT NULL,
  origin_encoding TEXT NOT NULL,
  origin_newlines TEXT NOT NULL,
  fingerprint INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX document_name ON document (name) WHERE in_trash = 0;

CREATE TABLE document_text (
  document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  utf8 TEXT NOT NULL
) STRICT;

CREATE TABLE metadata (
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE zone (
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE substitution (
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  original TEXT NOT NULL,
  PRIMARY KEY (document, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE annotation_set (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  annotator TEXT NOT NULL REFERENCES annotator (key),
  curated INTEGER NOT NULL,
  state TEXT NOT NULL,
  annotations INTEGER NOT NULL,
  fingerprint INTEGER NOT NULL,
  UNIQUE (document, annotator, curated)
) STRICT;

CREATE TABLE last_number (
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  annotator TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (document, annotator)
) STRICT, WITHOUT ROWID;

CREATE TABLE annotation (
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  annotator TEXT NOT NULL,
  number INTEGER NOT NULL,
  annotation_set INTEGER NOT NULL REFERENCES annotation_set (id),
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  note TEXT NOT NULL,
  created INTEGER NOT NULL,
  modified INTEGER,
  method TEXT NOT NULL,
  origin TEXT NOT NULL,
  confidence REAL,
  schema_version INTEGER NOT NULL,
  confirmed INTEGER,
  confirmed_by TEXT NOT NULL,
  PRIMARY KEY (document, annotator, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE segment (
  document INTEGER NOT NULL,
  annotator TEXT NOT NULL,
  number INTEGER NOT NULL,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  PRIMARY KEY (document, annotator, number, position),
  FOREIGN KEY (document, annotator, number) REFERENCES annotation ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE attribute (
  document INTEGER NOT NULL,
  annotator TEXT NOT NULL,
  number INTEGER NOT NULL,
  attribute TEXT NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (document, annotator, number, attribute, position),
  FOREIGN KEY (document, annotator, number) REFERENCES annotation ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE argument (
  document INTEGER NOT NULL,
  annotator TEXT NOT NULL,
  number INTEGER NOT NULL,
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  target_document TEXT NOT NULL,
  target_annotator TEXT NOT NULL,
  target_number INTEGER NOT NULL,
  PRIMARY KEY (document, annotator, number, position),
  FOREIGN KEY (document, annotator, number) REFERENCES annotation ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX argument_elsewhere ON argument (target_document, target_annotator, target_number)
  WHERE target_document <> '';

CREATE TABLE edit (
  number INTEGER PRIMARY KEY,
  time INTEGER NOT NULL,
  annotator TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  target INTEGER NOT NULL,
  undo_below INTEGER NOT NULL,
  redo_below INTEGER NOT NULL,
  fingerprint INTEGER NOT NULL
) STRICT;

CREATE TABLE change (
  edit INTEGER NOT NULL REFERENCES edit (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  document INTEGER REFERENCES document (id) ON DELETE CASCADE,
  annotator TEXT NOT NULL,
  curated INTEGER NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (edit, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_document ON change (document) WHERE document IS NOT NULL;

CREATE TABLE undo_state (
  annotator TEXT PRIMARY KEY,
  undo_top INTEGER NOT NULL,
  redo_top INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

const char* const kTablesOfVersion2 = R"sql(
CREATE TABLE settings (
  id INTEGER PRIMARY KEY,
  suggestions INTEGER NOT NULL,
  particle_inside INTEGER NOT NULL,
  fingerprint INTEGER NOT NULL
) STRICT;

CREATE TABLE gazetteer (
  word TEXT NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (word, label)
) STRICT, WITHOUT ROWID;

CREATE TABLE gazetteer_sum (
  id INTEGER PRIMARY KEY,
  entries INTEGER NOT NULL,
  fingerprint INTEGER NOT NULL
) STRICT;

CREATE TABLE refusal (
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  annotator TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  label TEXT NOT NULL,
  quote TEXT NOT NULL,
  PRIMARY KEY (document, annotator, start, end, label)
) STRICT, WITHOUT ROWID;

CREATE TABLE refusal_sum (
  document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  refusals INTEGER NOT NULL,
  fingerprint INTEGER NOT NULL
) STRICT;
)sql";

const char* const kTablesOfVersion3 = R"sql(
ALTER TABLE settings ADD COLUMN schema_owner TEXT NOT NULL DEFAULT '';

CREATE TABLE schema_proposal (
  number INTEGER PRIMARY KEY,
  content TEXT NOT NULL,
  fingerprint INTEGER NOT NULL
) STRICT;
)sql";

const char* const kTablesOfVersion4 = R"sql(
CREATE TABLE export_profile (
  name TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  fingerprint INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pseudonym (
  position INTEGER PRIMARY KEY,
  surface TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  number INTEGER NOT NULL,
  UNIQUE (label, number)
) STRICT;

CREATE TABLE pseudonym_sum (
  id INTEGER PRIMARY KEY,
  entries INTEGER NOT NULL,
  fingerprint INTEGER NOT NULL
) STRICT;
)sql";

}  // namespace mitjul
