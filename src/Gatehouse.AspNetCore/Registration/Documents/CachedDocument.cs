using Gatehouse.OAuth.Registration;

namespace Gatehouse.AspNetCore.Registration.Documents;

/// <summary>A document that was fetched and found right. Errors are never kept.</summary>
internal sealed record CachedDocument(Client Client, DateTimeOffset Until);
