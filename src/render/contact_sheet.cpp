// SPDX-License-Identifier: Apache-2.0
#include "render/contact_sheet.h"

#include "render/figure.h"

namespace detour {

Document write_contact_sheet(const std::vector<Figure>& figures, Date date) {
    FigureGrid grid;
    for (const auto& figure : figures) {
        grid.figures.push_back({{draw_figure(figure), {}, figure.id}, figure.id});
    }
    Document document;
    document.title = "Detour: all pictures";
    document.language = "en";
    document.kind = PageKind::clinician;
    document.date = date;
    document.page_label = "{page} / {pages}";
    document.sections = {{true, false, {Heading{1, document.title, {}}, std::move(grid)}}};
    return document;
}

}  // namespace detour
