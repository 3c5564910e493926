using System.Text.Json;
using Gatehouse.Nextcloud.Tables;

namespace Gatehouse.Nextcloud.Tests.Tables;

public sealed class TableValuesTests
{
    private static readonly TableColumn[] columns =
    [
        Column(1, "Name", ColumnKind.Line) with
        {
            IsMandatory = true,
            MaxLength = 5,
        },
        Column(2, "Amount", ColumnKind.Number) with
        {
            Min = 0,
            Max = 10,
        },
        Column(3, "State", ColumnKind.Selection) with
        {
            Options = [new(7, "new"), new(8, "old")],
        },
        Column(4, "Tags", ColumnKind.MultiSelection) with
        {
            Options = [new(1, "a"), new(2, "b")],
        },
        Column(5, "Paid", ColumnKind.Check),
        Column(6, "When", ColumnKind.DateTime),
        Column(7, "Day", ColumnKind.Date),
        Column(8, "Hour", ColumnKind.Time),
        Column(9, "Page", ColumnKind.Link),
        Column(10, "Done", ColumnKind.Progress),
        Column(11, "Stars", ColumnKind.Stars),
        Column(12, "Who", ColumnKind.People),
        Column(13, "Twice", ColumnKind.Line),
        Column(14, "Twice", ColumnKind.Line),
    ];

    [Theory]
    [InlineData("""{"Amount":"2.5"}""", """{"2":2.5}""")]
    [InlineData("""{"Amount":null}""", """{"2":null}""")]
    [InlineData("""{"amount":0}""", """{"2":0}""")]
    [InlineData("""{"State":"old"}""", """{"3":8}""")]
    [InlineData("""{"Tags":["b","A"]}""", """{"4":[2,1]}""")]
    [InlineData("""{"Tags":"a"}""", """{"4":[1]}""")]
    [InlineData("""{"Paid":true}""", """{"5":"true"}""")]
    [InlineData("""{"Paid":"false"}""", """{"5":"false"}""")]
    [InlineData("""{"When":"2026-12-01T09:30"}""", """{"6":"2026-12-01 09:30"}""")]
    [InlineData("""{"When":"2026-12-01 09:30"}""", """{"6":"2026-12-01 09:30"}""")]
    [InlineData("""{"Day":"2026-12-01"}""", """{"7":"2026-12-01"}""")]
    [InlineData("""{"Hour":"09:30"}""", """{"8":"09:30"}""")]
    [InlineData("""{"Done":100}""", """{"10":100}""")]
    [InlineData("""{"Stars":5}""", """{"11":5}""")]
    [InlineData("""{"Who":["bob"]}""", """{"12":[{"id":"bob","type":0}]}""")]
    [InlineData("""{"13":"first"}""", """{"13":"first"}""")]
    [InlineData("""{"Name":42}""", """{"1":"42"}""")]
    public void A_value_that_fits_is_written_as_the_app_keeps_it(string given, string written)
    {
        var values = TableValues.ToCloud(columns, Values(given), isNewRow: false, out var errors);

        Assert.Empty(errors);
        SentJson.AssertSame(written, values.ToJsonString());
    }

    [Fact]
    public void A_link_is_written_as_the_editor_of_the_app_writes_it()
    {
        var values = TableValues.ToCloud(
            columns,
            Values("""{"Page":"https://example.info/x"}"""),
            isNewRow: false,
            out _
        );

        SentJson.AssertSame(
            """{"title":"https://example.info/x","value":"https://example.info/x"}""",
            values["9"]!.GetValue<string>()
        );
    }

    [Theory]
    [InlineData("""{"Amount":"NaN?"}""", "'Amount': it takes a number")]
    [InlineData("""{"Amount":11}""", "from 0 to 10")]
    [InlineData("""{"Amount":true}""", "'Amount': it takes a number")]
    [InlineData("""{"State":"odd"}""", "The options are: new, old.")]
    [InlineData("""{"Tags":["a","z"]}""", "there is no option \"z\"")]
    [InlineData("""{"Paid":"maybe"}""", "true or false")]
    [InlineData("""{"When":"2026-12-01T09:30:00+01:00"}""", "without a time zone")]
    [InlineData("""{"Day":"2026-13-01"}""", "'Day': it takes yyyy-MM-dd")]
    [InlineData("""{"Hour":"25:00"}""", "'Hour': it takes HH:mm")]
    [InlineData("""{"Page":"javascript:alert(1)"}""", "begins with https://")]
    [InlineData("""{"Done":101}""", "from 0 to 100")]
    [InlineData("""{"Stars":6}""", "from 0 to 5")]
    [InlineData("""{"Who":[1]}""", "user ids")]
    [InlineData("""{"Name":"123456"}""", "at most 5 characters")]
    [InlineData("""{"Name":["x"]}""", "it takes a text")]
    [InlineData("""{"Nope":1}""", "There is no column 'Nope'. The columns are: Name,")]
    [InlineData("""{"Twice":"x"}""", "Several columns are called 'Twice'. Name one by its id: 13, 14.")]
    public void A_value_that_does_not_fit_is_an_error_that_names_its_column(string given, string words)
    {
        TableValues.ToCloud(columns, Values(given), isNewRow: false, out var errors);

        Assert.Contains(words, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_row_without_a_mandatory_value_is_an_error_and_a_change_is_not()
    {
        TableValues.ToCloud(columns, Values("{}"), isNewRow: true, out var whenNew);
        TableValues.ToCloud(columns, Values("{}"), isNewRow: false, out var whenChanged);

        Assert.Equal(["'Name' is mandatory and has no value."], whenNew);
        Assert.Empty(whenChanged);
    }

    [Fact]
    public void What_the_app_keeps_is_read_as_people_say_it()
    {
        var row = new TableRow(
            1,
            1,
            JsonElement
                .Parse(
                    """{"3":8,"4":[1,2],"5":"true","9":"{\"title\":\"t\",\"value\":\"https://example.com\"}","12":[{"id":"bob","type":0,"displayName":"Bob"}],"13":"a","14":"b"}"""
                )
                .EnumerateObject()
                .ToDictionary(p => long.Parse(p.Name, System.Globalization.CultureInfo.InvariantCulture), p => p.Value),
            null,
            null
        );

        SentJson.AssertSame(
            """{"State":"old","Tags":["a","b"],"Paid":true,"Page":"https://example.com","Who":["bob"],"Twice":"a","14":"b"}""",
            TableValues.FromCloud(columns, row).ToJsonString()
        );
    }

    private static TableColumn Column(long id, string title, ColumnKind kind) =>
        new(id, 1, title, kind, false, "", [], null, null, "", null, false);

    private static Dictionary<string, JsonElement> Values(string json) =>
        JsonElement.Parse(json).EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
}
