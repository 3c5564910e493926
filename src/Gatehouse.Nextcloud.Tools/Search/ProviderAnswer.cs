using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Search;

namespace Gatehouse.Nextcloud.Tools.Search;

/// <summary>What one provider answered, or how it failed.</summary>
internal sealed record ProviderAnswer(SearchProvider Provider, SearchPage Page, NextcloudException? Error);
