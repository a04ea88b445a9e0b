#pragma once

#include <array>
#include <string_view>

namespace mitjul {

/// The words around the texts of a report.
struct ReportWords {
  std::string_view language;
  std::string_view title;
  std::string_view documents;
  std::string_view annotations;
  std::string_view relations;
  std::string_view annotators;
  std::string_view annotator;
  std::string_view labels;
  std::string_view number;
  std::string_view label;
  std::string_view quote;
  std::string_view more;
  std::string_view note;
  std::string_view confidence;
  std::string_view part_of;     ///< in front of the relations that an annotation is an end of
  std::string_view characters;  ///< behind their number
  std::string_view yes;
  std::string_view no;
  std::string_view whole_document;
  std::string_view curated;
  std::string_view nothing;
  std::array<std::string_view, 4> states;  ///< by `SetState`
};

inline constexpr ReportWords kKoreanReport{"ko",
                                           "주석 보고서",
                                           "문서",
                                           "주석",
                                           "관계",
                                           "작업자",
                                           "작업자",
                                           "라벨",
                                           "번호",
                                           "라벨",
                                           "인용",
                                           "속성·메모·관계",
                                           "메모",
                                           "확신도",
                                           "관계",
                                           "자",
                                           "예",
                                           "아니요",
                                           "문서 전체",
                                           "검수본",
                                           "주석이 없습니다.",
                                           {"새 문서", "진행 중", "완료", "건너뜀"}};

inline constexpr ReportWords kEnglishReport{"en",
                                            "Annotation report",
                                            "Documents",
                                            "Annotations",
                                            "Relations",
                                            "Annotators",
                                            "Annotator",
                                            "Labels",
                                            "No.",
                                            "Label",
                                            "Quote",
                                            "Attributes, notes, relations",
                                            "Note",
                                            "Confidence",
                                            "Relations",
                                            " characters",
                                            "Yes",
                                            "No",
                                            "Whole document",
                                            "curated",
                                            "No annotations.",
                                            {"New", "In progress", "Finished", "Skipped"}};

}  // namespace mitjul
