#pragma once

#include "export/schema_formats.h"

namespace mitjul {

/// A schema as a labelling configuration of Label Studio. The control of span labels is called `label`, the text
/// `text`, an attribute as its id; results hold ids. What becomes of what: docs/formats/label-studio-schema.md.
WrittenSchema write_label_studio_schema(const Schema& schema);

}  // namespace mitjul
