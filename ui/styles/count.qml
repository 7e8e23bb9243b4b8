<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology|Rendering" hasScaleBasedVisibilityFlag="0" minScale="1e+08" maxScale="0">
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling zoomedInResamplingMethod="nearestNeighbour" enabled="false" maxOversampling="2" zoomedOutResamplingMethod="nearestNeighbour"/>
    </provider>
    <rasterrenderer nodataColor="" band="1" opacity="1" classificationMax="100" type="singlebandpseudocolor" alphaBand="-1" classificationMin="0">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <rastershader>
        <colorrampshader classificationMode="1" colorRampType="INTERPOLATED" minimumValue="0" labelPrecision="6" clip="0" maximumValue="100">
          <item value="0" color="#00224e" alpha="255" label="0"/>
          <item value="11.11111111111111" color="#123570" alpha="255" label="11.11"/>
          <item value="22.22222222222222" color="#3b496c" alpha="255" label="22.22"/>
          <item value="33.33333333333333" color="#575d6d" alpha="255" label="33.33"/>
          <item value="44.44444444444444" color="#707173" alpha="255" label="44.44"/>
          <item value="55.55555555555556" color="#8a8678" alpha="255" label="55.56"/>
          <item value="66.66666666666666" color="#a59c74" alpha="255" label="66.67"/>
          <item value="77.77777777777777" color="#c3b369" alpha="255" label="77.78"/>
          <item value="88.88888888888889" color="#e1cc55" alpha="255" label="88.89"/>
          <item value="100" color="#fee838" alpha="255" label="100"/>
          <rampLegendSettings orientation="2" prefix="" minimumLabel="" suffix=" pairs" direction="0" useContinuousLegend="1" maximumLabel="">
            <numericFormat id="basic">
              <Option type="Map">
                <Option value="" type="QChar" name="decimal_separator"/>
                <Option value="6" type="int" name="decimals"/>
                <Option value="0" type="int" name="rounding_type"/>
                <Option value="false" type="bool" name="show_plus"/>
                <Option value="true" type="bool" name="show_thousand_separator"/>
                <Option value="false" type="bool" name="show_trailing_zeros"/>
                <Option value="" type="QChar" name="thousand_separator"/>
              </Option>
            </numericFormat>
          </rampLegendSettings>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
    <brightnesscontrast contrast="0" brightness="0" gamma="1"/>
    <huesaturation saturation="0" colorizeStrength="100" invertColors="0" colorizeGreen="128" grayscaleMode="0" colorizeRed="255" colorizeOn="0" colorizeBlue="128"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
