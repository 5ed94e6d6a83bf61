// The practice course in words.
#pragma once

#include "service/CourseService.h"
#include "ui/Words.h"

namespace casebound {

class CourseWords {
    Q_DECLARE_TR_FUNCTIONS(CourseWords)

public:
    [[nodiscard]] static QString of(CourseAnswer answer);
    [[nodiscard]] static FailureWords of(CourseProblem problem);
    [[nodiscard]] static FailureWords of(const CourseRefusal& refusal);
};

} // namespace casebound
