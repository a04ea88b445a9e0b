// ImportEdit::add_schema: what becomes of a schema that comes with annotations.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/support.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ImportSchemaTest, AFreshProjectTakesTheSchemaOver) {
  Project project;
  Schema incoming = schema_of({label("EVENT")});
  incoming.version = 12;
  ImportEdit edit(project.workspace());
  EXPECT_THAT(edit.add_schema(incoming), IsEmpty());
  EXPECT_EQ(edit.schema(), incoming);
  edit.commit();
  EXPECT_EQ(project.workspace().schema(), incoming);
  project.reopen();
  EXPECT_EQ(project.workspace().schema(), incoming);
  // The next one is behind it.
  project.perform({project.schema_changed([](Schema& schema) { schema.labels[0].name = "다른 이름"; })});
  EXPECT_EQ(project.workspace().schema().version, 13);
}

TEST(ImportSchemaTest, AProjectWithAnnotationsTakesWhatIsNew) {
  Project project;
  project.annotate_article();
  Schema incoming = schema_of({label("EVENT"), label("ORG", LabelKind::Span, "ENTITY")});
  incoming.labels[1].attributes = {attribute("country", AttributeType::Text)};
  ImportEdit edit(project.workspace());
  EXPECT_THAT(edit.add_schema(incoming), IsEmpty());
  edit.commit();
  const Schema& schema = project.workspace().schema();
  EXPECT_EQ(schema.name, "claims-entities");
  EXPECT_EQ(schema.version, 2);
  EXPECT_NE(schema.find("EVENT"), nullptr);
  EXPECT_NE(schema.find("CLAIM"), nullptr);
  EXPECT_EQ(schema.find("ORG")->name, "기관");
  EXPECT_NE(schema.find_attribute("ORG", "country"), nullptr);
}

TEST(ImportSchemaTest, AProjectWithASchemaOfItsOwnKeepsIt) {
  Project project(schema_of({label("OWN")}));
  ImportEdit edit(project.workspace());
  EXPECT_THAT(edit.add_schema(schema_of({label("EVENT")})), IsEmpty());
  edit.commit();
  EXPECT_EQ(project.workspace().schema().labels.size(), 2U);
  EXPECT_EQ(project.workspace().schema().version, 2);
}

TEST(ImportSchemaTest, AConflictLeavesTheSchemaAsItWas) {
  Project project;
  project.annotate_article();
  ImportEdit edit(project.workspace());
  EXPECT_THAT(in_words(edit.add_schema(schema_of({label("EVENT"), label("ORG", LabelKind::Document)}))),
              ElementsAre("schema-conflict: ORG"));
  EXPECT_EQ(edit.schema(), project.workspace().schema());
  EXPECT_EQ(edit.commit(), 0);
}

TEST(ImportSchemaTest, AProjectThatWasEverAnnotatedKeepsItsSchema) {
  Project project;
  project.perform({project.made("ORG", span(kOrg))});
  project.workspace().undo();
  ImportEdit edit(project.workspace());
  EXPECT_THAT(edit.add_schema(schema_of({label("EVENT")})), IsEmpty());
  edit.commit();
  EXPECT_NE(project.workspace().schema().find("EVENT"), nullptr);
  EXPECT_NE(project.workspace().schema().find("ORG"), nullptr);
  EXPECT_TRUE(project.perform({project.made("ORG", span(kOrg))}).done());
}

TEST(ImportSchemaTest, TwoSchemasOfOneImportAreMerged) {
  Project project;
  project.annotate_article();
  ImportEdit edit(project.workspace());
  EXPECT_THAT(edit.add_schema(schema_of({label("EVENT")})), IsEmpty());
  EXPECT_THAT(edit.add_schema(schema_of({label("PLACE")})), IsEmpty());
  edit.commit();
  const Schema& schema = project.workspace().schema();
  EXPECT_NE(schema.find("EVENT"), nullptr);
  EXPECT_NE(schema.find("PLACE"), nullptr);
  EXPECT_EQ(schema, project.file().schema());
  EXPECT_THAT(problems_in(project.path), IsEmpty());
}

}  // namespace
}  // namespace mitjul
