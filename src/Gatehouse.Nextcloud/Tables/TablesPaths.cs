using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tables;

/// <summary>The routes of Tables: version 2 knows tables, only version 1 knows rows and views.</summary>
internal static class TablesPaths
{
    public const string Tables = "/ocs/v2.php/apps/tables/api/2/tables";
    private const string V1 = "/index.php/apps/tables/api/1";

    public static string Table(long id) => string.Create(CultureInfo.InvariantCulture, $"{Tables}/{id}");

    public static string OfTable(long id, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{V1}/tables/{id}/{what}");

    public static string OfView(long id, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{V1}/views/{id}/{what}");

    public static string View(long id) => string.Create(CultureInfo.InvariantCulture, $"{V1}/views/{id}");

    public static string Row(long id) => string.Create(CultureInfo.InvariantCulture, $"{V1}/rows/{id}");

    public static string Column(long id) => string.Create(CultureInfo.InvariantCulture, $"{V1}/columns/{id}");

    public static CloudRequest Request(HttpMethod method, string path, string doing) =>
        new(method, path, doing) { Accept = "application/json" };

    public static CloudRequest Request<T>(
        HttpMethod method,
        string path,
        string doing,
        T value,
        JsonTypeInfo<T> type
    ) => Request(method, path, doing) with { Content = JsonAnswer.Content(value, type) };
}
