using System.Text.Json;

namespace Gatehouse.Nextcloud.Users;

/// <summary>Space as the API writes it; <c>quota</c> is a number of bytes, negative for no limit, or the text <c>none</c>.</summary>
internal sealed record QuotaData(long? Used, JsonElement? Quota);
