using Gatehouse.Nextcloud.Tables;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Tables;

namespace Gatehouse.Nextcloud.Tools.Tests.Tables;

public sealed class ViewFilterTests
{
    private static readonly TableColumn[] columns =
    [
        Column(1, "Name", ColumnKind.Line),
        Column(2, "Name of tree", ColumnKind.Line),
        Column(3, "State", ColumnKind.Selection) with
        {
            Options = [new(7, "Old one")],
        },
        Column(4, "Paid", ColumnKind.Check),
    ];

    [Theory]
    [InlineData("Name contains oak tree", 1, "contains", "oak tree")]
    [InlineData("name of tree = oak", 2, "is-equal", "oak")]
    [InlineData("Name >= 5", 1, "is-greater-than-or-equal", "5")]
    [InlineData("Name<5", 0, "", "")]
    [InlineData("Name is empty", 1, "is-empty", "")]
    [InlineData("State = old one", 3, "is-equal", "@selection-id-7")]
    [InlineData("Paid = true", 4, "is-equal", "@checked")]
    [InlineData("Paid = no", 4, "is-equal", "@unchecked")]
    [InlineData("Name like x", 0, "", "")]
    public void A_condition_is_read_or_refused(string text, long column, string meant, string value)
    {
        if (column == 0)
            Assert.Throws<ToolException>(() => ViewFilter.Read(columns, text));
        else
            Assert.Equal(new ViewCondition(column, meant, value), ViewFilter.Read(columns, text));
    }

    private static TableColumn Column(long id, string title, ColumnKind kind) =>
        new(id, 1, title, kind, false, "", [], null, null, "", null, false);
}
