#include "import/refi_project.h"

#include "import/refi_codebook.h"
#include "tests/import/refi_reading.h"

namespace mitjul {
namespace {

TEST(RefiProjectTest, AProjectOfQualCoderComesInAsPeopleSeeItThere) {
  const RefiReading project = read_refi(qualcoder_files());
  EXPECT_EQ(found(project.problems),
            (std::vector<std::string>{"0:annotations-left-out", "0:annotations-left-out", "0:annotations-left-out"}));
  ASSERT_EQ(project.documents.size(), 1U);
  const Document& document = project.documents.front().document;
  EXPECT_EQ(document.info.name, "기사");
  EXPECT_EQ(document.text.utf8(), "🚀 화웨이가 칩을 확보했다.\n아니라는 말도 있다.\n") << "no BOM, LF";
  EXPECT_EQ(document.info.metadata, (std::vector<std::pair<std::string, std::string>>{{"매체", "신문"}, {"면", "3"}}));
  EXPECT_EQ(project.spans(), (std::vector<std::string>{"아니라는 말도 있|banbag|둘", "아니라는 말도 있|jujang|둘",
                                                       "화웨이|hoesa|하나"}));
}

TEST(RefiProjectTest, CodesBecomeLabelsUnderTheirParentsAndLinksRelations) {
  const RefiReading project = read_refi(qualcoder_files());
  const Schema& schema = project.header.schema;
  EXPECT_EQ(schema.name, "회견 분석");
  ASSERT_NE(schema.find("banbag"), nullptr);
  EXPECT_EQ(schema.find("banbag")->parent, "jujang");
  EXPECT_EQ(schema.find("banbag")->color, "#FF0000");
  EXPECT_EQ(schema.find("jujang")->description, "말한 것");
  EXPECT_TRUE(project.header.inferred);
  std::vector<std::string> relations;
  std::vector<std::string> labels;
  for (const auto& [key, set] : project.documents.front().sets) {
    for (const auto& [id, annotation] : set.annotations()) {
      if (annotation.on_document()) labels.push_back(schema.find(annotation.label)->name);
      if (annotation.relation() == nullptr) continue;
      std::string line = schema.find(annotation.label)->name;
      for (const Argument& argument : annotation.relation()->arguments)
        line += " " + argument.role + ":" + project.documents.front().find(argument.target.id)->label;
      relations.push_back(line);
    }
  }
  EXPECT_EQ(relations, (std::vector<std::string>{"다룬다 from:banbag to:hoesa"}));
  EXPECT_EQ(labels, (std::vector<std::string>{"주장"})) << "a code of a whole source";
}

TEST(RefiProjectTest, NotesAndTimesComeWithThem) {
  const RefiReading project = read_refi(qualcoder_files());
  std::map<std::string, const Annotation*> by_label;
  for (const auto& [key, set] : project.documents.front().sets)
    for (const auto& [id, annotation] : set.annotations()) by_label[annotation.label] = &annotation;
  EXPECT_EQ(by_label.at("hoesa")->note, "쪽지");
  EXPECT_EQ(to_string(by_label.at("hoesa")->provenance.created), "2026-05-02T00:00:00Z");
  EXPECT_EQ(to_string(by_label.at("banbag")->provenance.created), "2026-05-01T15:00:00Z");
  EXPECT_EQ(by_label.at("banbag")->provenance.method, Method::Import);
}

TEST(RefiProjectTest, EveryReadingGivesTheSameKeysAndIds) {
  const RefiReading once = read_refi(qualcoder_files());
  const RefiReading again = read_refi(qualcoder_files());
  ASSERT_EQ(once.documents.size(), again.documents.size());
  EXPECT_EQ(once.documents.front().document.info.key, again.documents.front().document.info.key);
  EXPECT_EQ(once.documents.front().sets, again.documents.front().sets);
  EXPECT_EQ(once.header.schema, again.header.schema);
}

TEST(RefiProjectTest, ACarriageReturnCountsExceptForAtlas) {
  const std::string text = "🚀 가\r\n나 다\r\n";
  EXPECT_EQ(read_refi_text(text, coded_selection("5", "6")).spans(), (std::vector<std::string>{"나|ORG|REFI-QDA"}));
  EXPECT_EQ(read_refi_text(text, coded_selection("4", "5"), "ATLAS.ti 23").spans(),
            (std::vector<std::string>{"나|ORG|REFI-QDA"}));
  EXPECT_EQ(read_refi_text(text, coded_selection("2", "6")).spans(), (std::vector<std::string>{"가\n나|ORG|REFI-QDA"}));
}

TEST(RefiProjectTest, PositionsInUtf16AreFoundOutByTheNamesOfSelections) {
  const RefiReading project = read_refi_text("🚀 화웨이가 칩을", coded_selection("3", "6", "화웨이"));
  EXPECT_EQ(found(project.problems), (std::vector<std::string>{"0:other-offset-unit"}));
  EXPECT_EQ(project.spans(), (std::vector<std::string>{"화웨이|ORG|REFI-QDA"}));
}

TEST(RefiProjectTest, ASelectionThatIsNamedAfterItsDocumentStaysWhereItIs) {
  const RefiReading reading = read_refi_text("🚀 화웨이, 기사", coded_selection("2", "4", "기사"));
  EXPECT_TRUE(reading.problems.empty());
  EXPECT_EQ(reading.spans(), (std::vector<std::string>{"화웨|ORG|REFI-QDA"}));
}

TEST(RefiProjectTest, ATextWithBytesThatAreNoCharactersIsAProblem) {
  EXPECT_EQ(found(read_refi_text("🚀 화웨이\xFF 가나다라마바사", coded_selection("2", "5")).problems),
            (std::vector<std::string>{"1:invalid-utf8"}));
}

TEST(RefiProjectTest, ARelationDoesNotTakeTheIdOfASpan) {
  const std::string relation =
      "<Notes><Note guid=\"n\"><PlainTextContent>mitjul: d3f7k2m5qa/h4k2qa-1 from to</PlainTextContent></Note></Notes>"
      "<Links><Link guid=\"l\" originGUID=\"s2\" "
      "targetGUID=\"s2\"><NoteRef targetGUID=\"n\"/></Link></Links></Project>";
  const std::string spans =
      edited(coded_selection("2", "5"), "<Coding", "<Description>mitjul: h4k2qa-1</Description><Coding");
  const std::string qde = edited(
      refi_project_with(
          "", "<Description>mitjul: d3f7k2m5qa</Description><PlainTextContent>🚀 화웨이</PlainTextContent>" + spans),
      "</Project>", relation);
  EXPECT_EQ(found(read_refi({{"project.qde", qde}}).problems), (std::vector<std::string>{"1:duplicate-id"}));
}

TEST(RefiProjectTest, ATextMayStandInTheProjectItself) {
  const RefiReading project = read_refi(
      {{"p.QDE", refi_project_with("", "<PlainTextContent>🚀 화웨이</PlainTextContent>" + coded_selection("2", "5"))}});
  EXPECT_EQ(project.spans(), (std::vector<std::string>{"화웨이|ORG|REFI-QDA"}));
}

TEST(RefiProjectTest, TheProjectMayLieInAFolderOfTheArchive) {
  const RefiReading project =
      read_refi({{"회견/project.qde", refi_project_with(kInternalText, coded_selection("2", "5"))},
                 {"회견/sources/1.TXT", "🚀 화웨이"}});
  EXPECT_EQ(project.spans(), (std::vector<std::string>{"화웨이|ORG|REFI-QDA"}));
}

TEST(RefiProjectTest, TextsThatAreNotThereAreProblems) {
  const auto problems = [](const std::string& source) {
    return found(read_refi({{"project.qde", refi_project_with(source)}}).problems);
  };
  EXPECT_EQ(problems(kInternalText), (std::vector<std::string>{"1:missing-part"}));
  EXPECT_EQ(problems("plainTextPath=\"absolute:///etc/passwd\""), (std::vector<std::string>{"1:text-not-inside"}));
  EXPECT_EQ(problems("plainTextPath=\"relative://1.txt\""), (std::vector<std::string>{"1:text-not-inside"}));
  EXPECT_EQ(problems("plainTextPath=\"internal://\""), (std::vector<std::string>{"1:invalid-xml-value"}));
  EXPECT_EQ(problems("plainTextPath=\"internal://a\\1.txt\""), (std::vector<std::string>{"1:invalid-xml-value"}));
  EXPECT_EQ(problems("plainTextPath=\"internal://../1.txt\""), (std::vector<std::string>{"1:path-outside-folder"}));
  EXPECT_EQ(problems("plainTextPath=\"internal:///etc/passwd\""), (std::vector<std::string>{"1:path-outside-folder"}));
  EXPECT_EQ(problems("richTextPath=\"internal://1.docx\""), (std::vector<std::string>{"1:text-not-inside"}));
  EXPECT_EQ(problems(""), (std::vector<std::string>{"1:missing-xml-attribute"}));
}

TEST(RefiProjectTest, PlacesOutsideOfTheTextAreProblems) {
  EXPECT_EQ(found(read_refi_text("🚀 화웨이", coded_selection("2", "6")).problems),
            (std::vector<std::string>{"1:span-outside-text"}));
  EXPECT_EQ(found(read_refi_text("🚀 화웨이", coded_selection("-2", "5")).problems),
            (std::vector<std::string>{"1:invalid-xml-value"}));
  EXPECT_EQ(found(read_refi_text("🚀 화웨이", coded_selection("2", "99999999999999999999999")).problems),
            (std::vector<std::string>{"1:invalid-xml-value"}));
  EXPECT_EQ(found(read_refi_text("🚀 화웨이", coded_selection("18446744073709551614", "18446744073709551615")).problems),
            (std::vector<std::string>{"1:span-outside-text"}));
  EXPECT_EQ(found(read_refi_text("🚀 화웨이", coded_selection("2", "2")).problems),
            (std::vector<std::string>{"0:annotations-left-out"}));
}

TEST(RefiProjectTest, BrokenProjectsAreRefused) {
  const auto problems = [](const std::string& qde) { return found(read_refi({{"project.qde", qde}}).problems); };
  EXPECT_EQ(problems("🚀"), (std::vector<std::string>{"1:malformed-xml"}));
  EXPECT_EQ(problems("<!DOCTYPE Project><Project/>"), (std::vector<std::string>{"1:malformed-xml"}));
  EXPECT_EQ(problems("<Project xmlns=\"urn:QDA-XML:codebook:1.0\"/>"),
            (std::vector<std::string>{"1:unsupported-format-version"}));
  EXPECT_EQ(problems(edited(
                refi_project_with("", "<PlainTextContent>🚀 화웨이</PlainTextContent>" + coded_selection("2", "5")),
                "<CodeRef targetGUID=\"bbbb", "<CodeRef targetGUID=\"cccc")),
            (std::vector<std::string>{"1:unknown-code"}));
  const std::string source = "<TextSource guid=\"e\" name=\"🚀\"><PlainTextContent>가</PlainTextContent></TextSource>";
  EXPECT_EQ(problems("<Project name=\"p\"><Sources>" + source + source + "</Sources></Project>"),
            (std::vector<std::string>{"1:duplicate-id"}));
  EXPECT_EQ(problems("<Project name=\"p\"><Users><User name=\"🚀\"/></Users></Project>"),
            (std::vector<std::string>{"1:missing-xml-attribute"}));
}

TEST(RefiProjectTest, ATextIsReadForOneSourceOnly) {
  const std::string twice = edited(refi_project_with(kInternalText), "</Sources>",
                                   "<TextSource guid=\"e2\" name=\"2\" " + std::string(kInternalText) + "/></Sources>");
  EXPECT_EQ(found(read_refi({{"project.qde", twice}, {"Sources/1.txt", "🚀"}}).problems),
            (std::vector<std::string>{"1:duplicate-id"}));
}

/// What was told of a project, as `PDFSource 1`.
std::vector<std::string> left_out(const RefiReading& reading) {
  std::vector<std::string> lines;
  for (const Problem& problem : reading.problems) {
    EXPECT_EQ(problem.code, ProblemCode::AnnotationsLeftOut) << to_string(problem.code);
    lines.push_back(problem.details.at(0) + " " + problem.details.at(1));
  }
  return lines;
}

TEST(RefiProjectTest, WhatAProjectHoldsBesidesTextsIsCounted) {
  const std::string qde = edited(
      edited(refi_project_with("",
                               "<PlainTextContent>🚀</PlainTextContent><VariableValue><VariableRef "
                               "targetGUID=\"v\"/><TextValue>값</TextValue></VariableValue>"),
             "</Sources>",
             "<PDFSource guid=\"e2\" name=\"쪽\"><PDFSelection guid=\"f1\"/><PDFSelection guid=\"f2\"/></PDFSource>"
             "<PictureSource guid=\"e3\"/><AudioSource guid=\"e4\"><Transcript guid=\"t\"><TranscriptSelection "
             "guid=\"f3\"/></Transcript><AudioSelection guid=\"f4\"/></AudioSource><AudioSource guid=\"e5\"/></Sources>"
             "<Notes><Note guid=\"n\" name=\"혼자\"><PlainTextContent>아무도</PlainTextContent></Note></Notes>"
             "<Sets><Set guid=\"t1\" name=\"가\"/><Set guid=\"t2\" name=\"나\"/></Sets>"
             "<Graphs><Graph guid=\"g\"/></Graphs><Description>설명</Description>"),
      "<Sources>",
      "<Cases><Case guid=\"c1\" name=\"하나\"/><Case guid=\"c2\"><VariableValue><VariableRef "
      "targetGUID=\"v\"/></VariableValue></Case></Cases><Sources>");
  EXPECT_EQ(left_out(read_refi({{"project.qde", qde}})),
            (std::vector<std::string>{"AudioSelection 1", "AudioSource 2", "Case 2", "Graph 1", "Note 1",
                                      "PDFSelection 2", "PDFSource 1", "PictureSource 1", "Project/Description 1",
                                      "Set 2", "TranscriptSelection 1", "VariableValue 1"}));
}

TEST(RefiProjectTest, AProjectOfWindowsComesInAsPeopleSeeItThere) {
  const RefiReading reading = read_refi_file(std::string(MITJUL_FIXTURES) + "/refi-qda/windows.qdpx");
  std::vector<std::string> told;
  for (const Problem& problem : reading.problems)
    told.push_back(std::string(to_string(problem.code)) + " " + problem.details[0]);
  EXPECT_EQ(told, (std::vector<std::string>{"annotations-left-out Case", "annotations-left-out PDFSelection",
                                            "other-line-end-count 2"}));
  ASSERT_EQ(reading.documents.size(), 2U);
  EXPECT_EQ(reading.documents[0].document.info.metadata,
            (std::vector<std::pair<std::string, std::string>>{{"Description", "첫 회견"}}));
  EXPECT_EQ(reading.documents[1].document.info.name, "쪽.pdf");
  EXPECT_EQ(reading.spans(), (std::vector<std::string>{"LG전자|gigwan|하나", "삼성전자|gigwan|하나", "정부|gigwan|하나",
                                                       "화웨이|gigwan|하나"}));
  std::string notes;
  for (const auto& [id, annotation] : reading.documents[0].sets.begin()->second.annotations()) notes += annotation.note;
  EXPECT_EQ(notes, "왜 🚀\n다시 볼 것");
}

TEST(RefiProjectTest, TheTextOfAPdfIsADocument) {
  const std::string qde =
      edited(refi_project_with("", "<PlainTextContent>🚀</PlainTextContent>"), "</Sources>",
             "<PDFSource guid=\"e2\" name=\"회견.pdf\" path=\"internal://2.pdf\"><PDFSelection guid=\"f2\"/>"
             "<Representation guid=\"e3\" plainTextPath=\"internal://2.txt\">" +
                 coded_selection("2", "5") +
                 "</Representation><Coding guid=\"g\"><CodeRef targetGUID=\"bbbbbbbb-0000-4000-8000-000000000001\"/>"
                 "</Coding></PDFSource></Sources>");
  const RefiReading reading =
      read_refi({{"project.qde", qde}, {"Sources/2.pdf", "🚀"}, {"Sources/2.txt", "🚀 화웨이가"}});
  EXPECT_EQ(left_out(reading), (std::vector<std::string>{"PDFSelection 1"}));
  ASSERT_EQ(reading.documents.size(), 2U);
  EXPECT_EQ(reading.documents[1].document.info.name, "회견.pdf");
  EXPECT_EQ(reading.spans(), (std::vector<std::string>{"화웨이|ORG|REFI-QDA"}));
  EXPECT_EQ(reading.documents[1].sets.begin()->second.size(), 2U) << "and the code of the whole";
}

TEST(RefiProjectTest, NotesOfSelectionsAndSourcesMayBeFiles) {
  const std::string noted =
      edited(coded_selection("2", "5"), "</PlainTextSelection>", "<NoteRef targetGUID=\"n1\"/></PlainTextSelection>");
  const std::string qde =
      edited(refi_project_with(kInternalText, "<Description>문서 쪽지</Description>" + noted +
                                                  "<NoteRef targetGUID=\"n2\"/><NoteRef targetGUID=\"n3\"/>"),
             "</Project>",
             "<Notes><Note guid=\"n1\" plainTextPath=\"internal://n1.txt\"/><Note guid=\"n2\"><PlainTextContent>둘"
             "</PlainTextContent></Note><Note guid=\"n3\" plainTextPath=\"internal://n3.txt\"/></Notes></Project>");
  const RefiReading reading = read_refi({{"project.qde", qde},
                                         {"sources/1.txt", "🚀 화웨이가"},
                                         {"sources/n1.txt", "\xEF\xBB\xBF하나 🚀\r\n한 줄 더"},
                                         {"sources/n3.txt", "셋"}});
  EXPECT_TRUE(reading.problems.empty());
  ASSERT_EQ(reading.documents.size(), 1U);
  EXPECT_EQ(reading.documents[0].document.info.metadata,
            (std::vector<std::pair<std::string, std::string>>{{"Description", "문서 쪽지"}, {"Note", "둘\n\n셋"}}));
  EXPECT_EQ(reading.documents[0].sets.begin()->second.annotations().begin()->second.note, "하나 🚀\n한 줄 더");
  const auto problems = [&](const std::string& path) {
    return found(read_refi({{"project.qde", edited(qde, "internal://n3.txt", path)},
                            {"sources/1.txt", "🚀 화웨이가"},
                            {"sources/n1.txt", "하나"}})
                     .problems);
  };
  EXPECT_EQ(problems("internal://n4.txt"), (std::vector<std::string>{"0:missing-part"}));
  EXPECT_EQ(problems("internal://n1.txt"), (std::vector<std::string>{"0:duplicate-id"}));
  EXPECT_EQ(problems("absolute:///n1.txt"), (std::vector<std::string>{"0:text-not-inside"}));
}

TEST(RefiProjectTest, SourcesMayBeInUtf16AndHaveAByteOrderMark) {
  const auto spans_of = [](const std::string& bytes) {
    return read_refi_text(bytes, coded_selection("2", "5")).spans();
  };
  std::string utf16 = "\xFF\xFE";
  for (const char16_t unit : std::u16string_view(u"🚀 화웨이가 칩을 확보했다.")) {
    utf16 += static_cast<char>(unit & 0xFF);
    utf16 += static_cast<char>(unit >> 8);
  }
  EXPECT_EQ(spans_of(utf16), (std::vector<std::string>{"화웨이|ORG|REFI-QDA"}));
  EXPECT_EQ(spans_of("\xEF\xBB\xBF🚀 화웨이가"), (std::vector<std::string>{"화웨이|ORG|REFI-QDA"}));
}

TEST(RefiProjectTest, ARichTextBesideThePlainOneIsPassedOver) {
  const RefiReading reading = read_refi(
      {{"project.qde", refi_project_with("richTextPath=\"internal://1.docx\" plainTextPath=\"internal://1.txt\"",
                                         coded_selection("2", "5"))},
       {"sources/1.docx", "🚀"},
       {"sources/1.txt", "🚀 화웨이가"}});
  EXPECT_TRUE(reading.problems.empty());
  EXPECT_EQ(reading.spans(), (std::vector<std::string>{"화웨이|ORG|REFI-QDA"}));
}

TEST(RefiProjectTest, ASelectionThatIsStatedBackwardsIsTurned) {
  const RefiReading reading = read_refi_text("🚀 화웨이가", coded_selection("5", "2"));
  EXPECT_EQ(found(reading.problems), (std::vector<std::string>{"1:reversed-span"}));
  EXPECT_EQ(reading.spans(), (std::vector<std::string>{"화웨이|ORG|REFI-QDA"}));
}

TEST(RefiProjectTest, UsersThatAreNotThereAreWhoeverMadeTheProject) {
  const std::string by_nobody =
      edited(coded_selection("2", "5"), "<Coding guid=\"f\"", "<Coding guid=\"f\" creatingUser=\"u3\"");
  const std::string qde =
      edited(edited(refi_project_with(kInternalText, by_nobody), "name=\"p\"", "name=\"p\" creatingUserGUID=\"u2\""),
             "<CodeBook>", "<Users><User guid=\"u1\" name=\"하나\"/><User guid=\"u2\" name=\"둘\"/></Users><CodeBook>");
  const RefiReading reading = read_refi({{"project.qde", qde}, {"Sources/1.txt", "🚀 화웨이"}});
  EXPECT_EQ(reading.spans(), (std::vector<std::string>{"화웨이|ORG|둘"}));
  EXPECT_EQ(reading.header.annotators.size(), 2U);
}

TEST(RefiMarksTest, OnlyTheLinesAtTheEndAreOurs) {
  const auto taken = [](std::string text) {
    const std::vector<std::string> marks = take_refi_marks(text);
    std::string all = text + "#";
    for (const std::string& mark : marks) all += mark + "#";
    return all;
  };
  EXPECT_EQ(taken("mitjul: a\nmitjul: @b  c"), "#a#@b  c#");
  EXPECT_EQ(taken("쪽지 🚀\n\nmitjul: a"), "쪽지 🚀#a#");
  EXPECT_EQ(taken("쪽지\n\n\nmitjul: a"), "쪽지\n#a#");
  EXPECT_EQ(taken("mitjul: x\n\nmitjul: a"), "mitjul: x#a#") << "the note of somebody who writes so";
  EXPECT_EQ(taken("mitjul: a\n쪽지"), "mitjul: a\n쪽지#");
  EXPECT_EQ(taken(""), "#");
  EXPECT_EQ(taken("\n"), "\n#");
}

}  // namespace
}  // namespace mitjul
