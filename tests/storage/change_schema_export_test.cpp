// Whatever is done to the schema, one undo brings back the export, byte for byte.

#include <gmock/gmock.h>

#include <algorithm>
#include <sstream>

#include "export/write_export.h"
#include "import/native_xml.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

// Enough that an organisation's label takes away more annotations than are deleted with foreign keys, others fewer.
constexpr int kDocuments = 40;
constexpr int kSentences = 10;

/// In every sentence a claim with attributes, an organisation and a relation between them.
AnnotatedDocument annotated(int number, const AnnotatorKey& annotator) {
  std::string text = "🚀 " + std::to_string(100 + number) + " ";
  for (int i = 0; i < kSentences; ++i) text += "화웨이가 칩을 확보했다. ";
  AnnotatedDocument document;
  document.document = Document::make("기사 " + std::to_string(number) + ".txt", Text(std::move(text)));
  AnnotationSet& set = document.set({document.document.info.key, annotator, false});
  const auto put = [&](int id, std::string label, Anchor anchor, Attributes attributes) {
    Annotation made{{annotator, id}, std::move(label), std::move(anchor), std::move(attributes), "", {}};
    made.provenance.created = time_at("2026-11-21T00:00:00Z");
    made.provenance.schema_version = 1;
    set.put(std::move(made));
  };
  for (int i = 0; i < kSentences; ++i) {
    const auto start = static_cast<std::uint32_t>(6 + i * 14);
    const int id = 3 * i + 1;
    put(id, i % 3 == 0 ? "PREMISE" : "CLAIM", Spans(Span(start, start + 13)),
        i % 3 == 0 ? Attributes() : Attributes{{"type", {i % 2 == 0 ? "fact" : "opinion"}}, {"restated", {"🚀 다시"}}});
    put(id + 1, "ORG", Spans(Span(start, start + 3)), {});
    put(id + 2, "about", Relation{{{"claim", {{}, {annotator, id}}}, {"target", {{}, {annotator, id + 1}}}}}, {});
  }
  return document;
}

std::string exported(ProjectFile& file) {
  const TempFolder folder;
  std::vector<DocumentKey> keys;
  for (const DocumentSummary& document : file.documents()) keys.push_back(document.key);
  const ExportSource source{file.schema(), file.annotators(), keys.size(),
                            [&](std::size_t i) { return file.load(keys[i]); }};
  write_export(*find_export_format("mitjul-xml"), source, folder / "out.xml",
               {time_at("2026-11-22T00:00:00Z"), "mitjul"}, read_native_xml, {});
  std::ifstream bytes(folder / "out.xml", std::ios::binary);
  std::ostringstream whole;
  whole << bytes.rdbuf();
  return whole.str();
}

std::vector<SchemaOperation> operations(const Schema& schema) {
  const auto changed = [&](std::string_view id, const std::function<void(Label&)>& change) {
    Label label = *schema.find(id);
    change(label);
    return label;
  };
  const auto without_opinion = [](Label& label) {
    std::erase_if(label.attributes[0].values, [](const AttributeValue& value) { return value.id == "opinion"; });
  };
  Label made = label("FORECAST");
  Schema other = schema;
  other.guideline = "# 다른 지침 🚀";
  return {AddLabel{label("EVENT", LabelKind::Span, "ENTITY"), "ORG"},
          ChangeLabel{changed("ORG", [](Label& org) { org.name = "조직 🚀"; }), {}},
          ChangeLabel{changed("CLAIM", [](Label& claim) { claim.description = "다른 뜻"; }), {}},
          ChangeLabel{changed("CLAIM", without_opinion), {{"type", "opinion", "fact"}}},
          ChangeLabel{changed("CLAIM", without_opinion), {}},
          ChangeLabel{changed("CLAIM", [](Label& claim) { claim.attributes.clear(); }), {}},
          MoveLabel{"ORG", "ENTITY", "PERSON"},
          MoveLabel{"PERSON", "", "STATEMENT"},
          MergeLabels{"CLAIM", "PREMISE"},
          MergeLabels{"ORG", "PERSON"},
          SplitLabel{"CLAIM", made},
          DeleteLabel{"PREMISE"},
          DeleteLabel{"ORG"},
          DeleteLabel{"about"},
          ChangeGuideline{"# 지침 🚀\n"},
          ReplaceSchema{other}};
}

TEST(ChangeSchemaExportTest, OneUndoBringsBackTheExportByteForByte) {
  Project project;
  {
    ImportEdit edit(project.workspace());
    for (int i = 0; i < kDocuments; ++i) edit.add(annotated(i, project.workspace().annotator()));
    edit.commit();
  }
  ASSERT_TRUE(project.perform({GazetteerChange{{}, {{"화웨이", "ORG"}}}}).done());
  const std::string before = exported(project.file());
  for (const SchemaOperation& operation : operations(project.workspace().schema())) {
    const std::string name(name_of(operation));
    const Outcome outcome = project.workspace().change_schema(operation);
    ASSERT_TRUE(outcome.done()) << name << ": " << in_words(*outcome.refused);
    const std::string after = exported(project.file());
    EXPECT_NE(after, before) << name;
    project.reopen();
    ASSERT_TRUE(project.workspace().undo().done()) << name;
    EXPECT_EQ(exported(project.file()), before) << name;
    ASSERT_TRUE(project.workspace().redo().done()) << name;
    EXPECT_EQ(exported(project.file()), after) << name;
    ASSERT_TRUE(project.workspace().undo().done()) << name;
  }
  EXPECT_EQ(exported(project.file()), before);
  EXPECT_THAT(in_words(project.file().check_file()), testing::IsEmpty());
}

}  // namespace
}  // namespace mitjul
