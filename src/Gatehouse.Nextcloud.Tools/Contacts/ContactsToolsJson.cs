using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Tools.Contacts;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(AddressBookList))]
[JsonSerializable(typeof(AddressBookSaved))]
[JsonSerializable(typeof(AddressBookDeleted))]
[JsonSerializable(typeof(ContactList))]
[JsonSerializable(typeof(ContactDetails))]
[JsonSerializable(typeof(ContactSaved))]
[JsonSerializable(typeof(ContactDeleted))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class ContactsToolsJson : JsonSerializerContext;
