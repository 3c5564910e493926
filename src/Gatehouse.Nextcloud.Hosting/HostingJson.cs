using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Hosting.Accounts;
using Gatehouse.Nextcloud.Hosting.SignIn;

namespace Gatehouse.Nextcloud.Hosting;

/// <summary>JSON of what the vault and the transactions keep for this room.</summary>
[JsonSourceGenerationOptions(AllowDuplicateProperties = false)]
[JsonSerializable(typeof(LoginFlowState))]
[JsonSerializable(typeof(NextcloudCredential))]
internal sealed partial class HostingJson : JsonSerializerContext;
